"""links watched."""

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'


def upgrade() -> None:
    op.create_table('watches',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('link_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=20), server_default='', nullable=False),
    sa.Column('occasion', sa.String(length=20), server_default='', nullable=False),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('next_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('looked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('looks', sa.Integer(), server_default=sa.text('0'), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=True),
    sa.Column('tries', sa.Integer(), server_default=sa.text('0'), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['link_id'], ['links.id'], name=op.f('fk_watches_link_id')),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_watches_office_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_watches')),
    sa.UniqueConstraint('link_id', name=op.f('uq_watches_link_id'))
    )
    with op.batch_alter_table('watches', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_watches_office_id_next_at'), ['office_id', 'next_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_watches_office_id_state'), ['office_id', 'state'], unique=False)
    op.create_table('rechecks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('link_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('occasion', sa.String(length=20), server_default='', nullable=False),
    sa.Column('result', sa.String(length=20), server_default='', nullable=False),
    sa.Column('signals', sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('status', sa.Integer(), server_default=sa.text('0'), nullable=False),
    sa.Column('alike', sa.Integer(), nullable=True),
    sa.Column('tries', sa.Integer(), server_default=sa.text('0'), nullable=False),
    sa.Column('difference', sa.Text(), server_default='', nullable=False),
    sa.Column('evidence', sa.String(length=64), server_default='', nullable=False),
    sa.Column('title', sa.Text(), server_default='', nullable=False),
    sa.Column('text', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['link_id'], ['links.id'], name=op.f('fk_rechecks_link_id')),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_rechecks_office_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rechecks'))
    )
    with op.batch_alter_table('rechecks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rechecks_link_id'), ['link_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_rechecks_office_id_at'), ['office_id', 'at'], unique=False)
    op.create_table('pictures',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('link_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('evidence', sa.String(length=64), server_default='', nullable=False),
    sa.Column('digest', sa.String(length=64), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['link_id'], ['links.id'], name=op.f('fk_pictures_link_id')),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_pictures_office_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pictures')),
    sa.UniqueConstraint('link_id', name=op.f('uq_pictures_link_id'))
    )
    op.create_table('link_aliases',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('link_id', sa.Integer(), nullable=False),
    sa.Column('identity', sa.String(length=2100), server_default='', nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['link_id'], ['links.id'], name=op.f('fk_link_aliases_link_id')),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_link_aliases_office_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_link_aliases')),
    sa.UniqueConstraint('office_id', 'identity', name=op.f('uq_link_aliases_office_id_identity'))
    )
    # What was recognised before is watched as well: looked at once, soon, and then by the calendar.
    op.execute(
        "INSERT INTO watches (office_id, link_id, state, occasion, begun_at, next_at, looks, tries)"
        " SELECT office_id, id, 'open', 'first', COALESCE(decided_at, received_at), COALESCE(decided_at, received_at), 0, 0"
        " FROM links WHERE state = 'recognised' AND kind <> 'social'"
    )
