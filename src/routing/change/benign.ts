/** A benefit, not a loss: nothing of the specification goes. */
export const benign =
  /\b(?:remov|replac|eliminat)\w+ (?:the |any |this |all |much of the )?(?:need|burden|ambigu|friction|overhead|complexit|uncertain|confusion|guess|reliance|barrier)/i;
