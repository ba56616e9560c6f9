CREATE TABLE "portal"."kept_stores" (
	"user_id" text NOT NULL,
	"module_id" text NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_stores_user_id_module_id_field_pk" PRIMARY KEY("user_id","module_id","field")
);
