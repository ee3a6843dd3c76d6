"""leases of processes that share a database."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'


def upgrade() -> None:
    op.create_table(
        'leases',
        sa.Column('name', sa.String(length=120), nullable=False),
        sa.Column('holder', sa.String(length=60), server_default='', nullable=False),
        sa.Column('number', sa.Integer(), server_default=sa.text('0'), nullable=False),
        sa.Column('until', sa.Double(), server_default=sa.text('0'), nullable=False),
        sa.PrimaryKeyConstraint('name', name=op.f('pk_leases')),
    )
