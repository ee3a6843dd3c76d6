"""segments, corrections and embargoes."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "press_groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("name_key", sa.String(length=200), server_default="", nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_press_groups_author_id")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_press_groups_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_press_groups")),
        sa.UniqueConstraint("office_id", "name_key", name=op.f("uq_press_groups_office_id_name_key")),
    )
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), server_default="", nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), server_default="", nullable=False),
        sa.Column("source", sa.String(length=200), server_default="", nullable=False),
        sa.Column("changes", sa.JSON(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approver_id", sa.Integer(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("said", sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
        sa.ForeignKeyConstraint(["approver_id"], ["people.id"], name=op.f("fk_corrections_approver_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_corrections_author_id")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_corrections_office_id")),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name=op.f("fk_corrections_release_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
    )
    with op.batch_alter_table("corrections", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_corrections_office_id_state"), ["office_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_corrections_release_id"), ["release_id"], unique=False)

    op.create_table(
        "embargo_consents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_embargo_consents_office_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_embargo_consents_person_id")),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name=op.f("fk_embargo_consents_release_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_embargo_consents")),
        sa.UniqueConstraint("release_id", "person_id", name=op.f("uq_embargo_consents_release_id_person_id")),
    )
    op.create_table(
        "press_group_members",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["press_groups.id"], name=op.f("fk_press_group_members_group_id")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_press_group_members_office_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_press_group_members_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_press_group_members")),
        sa.UniqueConstraint("group_id", "person_id", name=op.f("uq_press_group_members_group_id_person_id")),
    )
    op.create_table(
        "recalls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=500), server_default="", nullable=False),
        sa.Column("state", sa.String(length=20), server_default="", nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_recalls_decided_by")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_recalls_office_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_recalls_person_id")),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name=op.f("fk_recalls_release_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recalls")),
    )
    with op.batch_alter_table("recalls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recalls_release_id"), ["release_id"], unique=False)

    op.create_table(
        "withholdings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=500), server_default="", nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approver_id", sa.Integer(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["approver_id"], ["people.id"], name=op.f("fk_withholdings_approver_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_withholdings_author_id")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_withholdings_office_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_withholdings_person_id")),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name=op.f("fk_withholdings_release_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_withholdings")),
        sa.UniqueConstraint("release_id", "person_id", name=op.f("uq_withholdings_release_id_person_id")),
    )
    op.create_table(
        "correction_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("correction_id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("looked", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("mended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["correction_id"], ["corrections.id"], name=op.f("fk_correction_links_correction_id")),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_correction_links_link_id")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_correction_links_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_links")),
        sa.UniqueConstraint("correction_id", "link_id", name=op.f("uq_correction_links_correction_id_link_id")),
    )
    with op.batch_alter_table("correction_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_correction_links_office_id_mended_at"), ["office_id", "mended_at"], unique=False)

    with op.batch_alter_table("releases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("corrected", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("embargo_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("embargo_opened_at", sa.DateTime(timezone=True), nullable=True))
