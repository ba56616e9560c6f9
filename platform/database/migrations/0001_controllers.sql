ALTER TABLE "platform"."resources" ADD COLUMN "memory" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "platform"."resources" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "resources_by_due" ON "platform"."resources" USING btree ("due_at") WHERE "platform"."resources"."due_at" is not null;