CREATE TABLE "portal"."notifications" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"module" text NOT NULL,
	"key" text,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text,
	"path" text,
	"command" text,
	"at" timestamp with time zone NOT NULL,
	"read" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "portal"."audit_records" ADD COLUMN "command" text;--> statement-breakpoint
CREATE INDEX "notifications_of_user" ON "portal"."notifications" USING btree ("user_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_key" ON "portal"."notifications" USING btree ("user_id","module","key");