CREATE SCHEMA IF NOT EXISTS "platform";
--> statement-breakpoint
CREATE TABLE "platform"."resources" (
	"kind" text COLLATE "C" NOT NULL,
	"namespace" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"uid" text NOT NULL,
	"generation" integer NOT NULL,
	"project" text COLLATE "C",
	"component" text COLLATE "C",
	"labels" jsonb NOT NULL,
	"annotations" jsonb NOT NULL,
	"spec" jsonb NOT NULL,
	"status" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"deletion_requested_at" timestamp with time zone,
	CONSTRAINT "resources_kind_namespace_name_pk" PRIMARY KEY("kind","namespace","name")
);
--> statement-breakpoint
CREATE TABLE "platform"."seeds" (
	"name" text PRIMARY KEY NOT NULL,
	"seeded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "resources_by_project" ON "platform"."resources" USING btree ("kind","namespace","project","name") WHERE "platform"."resources"."project" is not null;--> statement-breakpoint
CREATE INDEX "resources_by_component" ON "platform"."resources" USING btree ("kind","namespace","component","name") WHERE "platform"."resources"."component" is not null;--> statement-breakpoint
CREATE INDEX "resources_by_label" ON "platform"."resources" USING gin ("labels");--> statement-breakpoint
CREATE INDEX "resources_by_spec" ON "platform"."resources" USING gin ("spec" jsonb_path_ops);