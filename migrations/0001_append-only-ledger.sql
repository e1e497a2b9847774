-- Decisions are recorded once: no statement changes or removes a row of the ledger, not even the owner's, nor when replicas or
-- restores run with triggers off for ordinary tables (ENABLE ALWAYS). Who administers the database can still remove the trigger;
-- the hash chain shows it then.
CREATE FUNCTION "steward"."refuse_ledger_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'The ledger is append-only: % is refused.', TG_OP USING HINT = 'Record a new event that corrects the old one.';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "ledger_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "steward"."ledger"
	FOR EACH STATEMENT EXECUTE FUNCTION "steward"."refuse_ledger_change"();
--> statement-breakpoint
ALTER TABLE "steward"."ledger" ENABLE ALWAYS TRIGGER "ledger_is_append_only";
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON "steward"."ledger" FROM PUBLIC, CURRENT_USER;
