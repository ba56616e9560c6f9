CREATE TABLE "portal"."module_registrations" (
	"module_id" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"registration" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL
);
