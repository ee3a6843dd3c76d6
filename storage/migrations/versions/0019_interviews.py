"""interviews."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    with op.batch_alter_table("inquiries", schema=None) as batch_op:
        batch_op.add_column(sa.Column("interview", sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table("inquiry_answers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("meets_at", sa.DateTime(timezone=True), nullable=True))
