CREATE TABLE "steward"."reminders" (
	"repository_id" bigint NOT NULL,
	"pull_request" integer NOT NULL,
	"sequence" integer NOT NULL,
	"login" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminders_repository_id_pull_request_sequence_login_pk" PRIMARY KEY("repository_id","pull_request","sequence","login")
);
--> statement-breakpoint
ALTER TABLE "steward"."subjects" ADD COLUMN "handler" text;--> statement-breakpoint
CREATE INDEX "reminders_login" ON "steward"."reminders" USING btree ("login","at");--> statement-breakpoint
CREATE INDEX "subjects_handler" ON "steward"."subjects" USING btree ("repository_id","handler") WHERE open and handler is not null;