CREATE TABLE "portal"."module_installs" (
	"module_id" text PRIMARY KEY NOT NULL,
	"version" text,
	"attempted" text,
	"error" text,
	"claim" text,
	"claimed_until" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL
);
