CREATE SCHEMA "workshop";
--> statement-breakpoint
CREATE TABLE "workshop"."approaches" (
	"room_id" text NOT NULL,
	"id" text NOT NULL,
	"member_id" text NOT NULL,
	"lesson" text NOT NULL,
	"files" json NOT NULL,
	CONSTRAINT "approaches_room_id_id_pk" PRIMARY KEY("room_id","id")
);
--> statement-breakpoint
CREATE TABLE "workshop"."entries" (
	"room_id" text NOT NULL,
	"version" integer NOT NULL,
	"at" bigint NOT NULL,
	"role" text NOT NULL,
	"member_id" text,
	"client_id" text,
	"seq" bigint,
	"command_id" text,
	"supersedes" text,
	"body" json NOT NULL,
	CONSTRAINT "entries_room_id_version_pk" PRIMARY KEY("room_id","version"),
	CONSTRAINT "entries_roomId_memberId_clientId_seq_unique" UNIQUE("room_id","member_id","client_id","seq"),
	CONSTRAINT "entries_roomId_commandId_unique" UNIQUE("room_id","command_id")
);
--> statement-breakpoint
CREATE TABLE "workshop"."members" (
	"room_id" text NOT NULL,
	"id" text NOT NULL,
	"role" text NOT NULL,
	"secret_hash" text NOT NULL,
	CONSTRAINT "members_room_id_id_pk" PRIMARY KEY("room_id","id"),
	CONSTRAINT "members_roomId_secretHash_unique" UNIQUE("room_id","secret_hash")
);
--> statement-breakpoint
CREATE TABLE "workshop"."presences" (
	"room_id" text NOT NULL,
	"instance" text NOT NULL,
	"members" json NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "presences_room_id_instance_pk" PRIMARY KEY("room_id","instance")
);
--> statement-breakpoint
CREATE TABLE "workshop"."rooms" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"key_hash" text NOT NULL,
	"helper_hash" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "rooms_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "workshop"."snapshots" (
	"room_id" text NOT NULL,
	"member_id" text NOT NULL,
	"lesson" text NOT NULL,
	"version" integer NOT NULL,
	"at" bigint NOT NULL,
	"source_hash" text NOT NULL,
	"files" json NOT NULL,
	"failing" json NOT NULL,
	CONSTRAINT "snapshots_room_id_member_id_lesson_pk" PRIMARY KEY("room_id","member_id","lesson")
);
--> statement-breakpoint
ALTER TABLE "workshop"."approaches" ADD CONSTRAINT "approaches_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "workshop"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop"."entries" ADD CONSTRAINT "entries_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "workshop"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop"."members" ADD CONSTRAINT "members_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "workshop"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop"."presences" ADD CONSTRAINT "presences_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "workshop"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop"."snapshots" ADD CONSTRAINT "snapshots_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "workshop"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_room_id_member_id_supersedes_index" ON "workshop"."entries" USING btree ("room_id","member_id","supersedes");