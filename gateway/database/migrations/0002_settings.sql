CREATE TABLE "portal"."settings" (
	"module_id" text NOT NULL,
	"user_id" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "settings_module_id_user_id_key_pk" PRIMARY KEY("module_id","user_id","key")
);
