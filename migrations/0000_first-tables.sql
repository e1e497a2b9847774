CREATE SCHEMA IF NOT EXISTS "steward";
--> statement-breakpoint
CREATE TABLE "steward"."cache" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steward"."inbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"guid" text NOT NULL,
	"subject" text NOT NULL,
	"event" text NOT NULL,
	"action" text,
	"delivery" json NOT NULL,
	"received_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"done_at" timestamp with time zone,
	"dead_at" timestamp with time zone,
	CONSTRAINT "inbox_guid_unique" UNIQUE("guid")
);
--> statement-breakpoint
CREATE TABLE "steward"."ledger" (
	"repository_id" bigint NOT NULL,
	"pull_request" integer NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"constitution" text,
	"version" smallint NOT NULL,
	"fact" json NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "ledger_repository_id_pull_request_sequence_pk" PRIMARY KEY("repository_id","pull_request","sequence")
);
--> statement-breakpoint
CREATE TABLE "steward"."locks" (
	"key" text PRIMARY KEY NOT NULL,
	"owner" uuid,
	"token" bigint NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steward"."receipts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "steward"."receipts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"repository_id" bigint NOT NULL,
	"pull_request" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"effect" text NOT NULL,
	"outcome" text NOT NULL,
	"detail" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steward"."repositories" (
	"id" bigint PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"name" text NOT NULL,
	"installation_id" bigint NOT NULL,
	"swept_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "steward"."subjects" (
	"repository_id" bigint NOT NULL,
	"pull_request" integer NOT NULL,
	"fingerprint" text,
	"view" json NOT NULL,
	"head_sha" text NOT NULL,
	"check_conclusion" text,
	"open" boolean NOT NULL,
	"last_pass_at" timestamp with time zone NOT NULL,
	"next_look" timestamp with time zone,
	CONSTRAINT "subjects_repository_id_pull_request_pk" PRIMARY KEY("repository_id","pull_request")
);
--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "steward"."inbox" USING btree ("subject","received_at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "inbox_done" ON "steward"."inbox" USING btree ("done_at") WHERE done_at is not null;--> statement-breakpoint
CREATE INDEX "receipts_subject" ON "steward"."receipts" USING btree ("repository_id","pull_request","id");--> statement-breakpoint
CREATE INDEX "receipts_applied" ON "steward"."receipts" USING btree ("repository_id","at") WHERE outcome = 'applied';--> statement-breakpoint
CREATE INDEX "subjects_due" ON "steward"."subjects" USING btree ("next_look") WHERE next_look is not null;--> statement-breakpoint
CREATE INDEX "subjects_head" ON "steward"."subjects" USING btree ("repository_id","head_sha") WHERE open;