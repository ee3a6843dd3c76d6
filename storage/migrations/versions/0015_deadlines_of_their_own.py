"""deadlines of their own."""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'


def upgrade() -> None:
    with op.batch_alter_table('releases', schema=None) as batch_op:
        batch_op.add_column(sa.Column('own_deadline', sa.Boolean(), server_default=sa.false(), nullable=False))
    # What was announced before goes on to hold.
    releases = sa.table('releases', sa.column('own_deadline'), sa.column('links_until'), sa.column('launched_at'))
    kept = sa.or_(releases.c.links_until.is_not(None), releases.c.launched_at.is_not(None))
    op.execute(releases.update().where(kept).values(own_deadline=sa.true()))
