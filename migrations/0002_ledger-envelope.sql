CREATE TABLE "steward"."reasons" (
	"repository_id" bigint NOT NULL,
	"pull_request" integer NOT NULL,
	"sequence" integer NOT NULL,
	"salt" text NOT NULL,
	"reason" json NOT NULL,
	CONSTRAINT "reasons_repository_id_pull_request_sequence_pk" PRIMARY KEY("repository_id","pull_request","sequence")
);
--> statement-breakpoint
ALTER TABLE "steward"."ledger" ADD COLUMN "actor" json;--> statement-breakpoint
ALTER TABLE "steward"."ledger" ADD COLUMN "source" text DEFAULT 'pass' NOT NULL;--> statement-breakpoint
ALTER TABLE "steward"."ledger" ADD COLUMN "clause" text;--> statement-breakpoint
ALTER TABLE "steward"."ledger" ADD COLUMN "commitment" text;