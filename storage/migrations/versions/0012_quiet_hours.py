"""quiet hours, subscriptions, holidays and crises."""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'


def upgrade() -> None:
    op.create_table('crises',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), server_default='', nullable=False),
    sa.Column('spokesperson', sa.String(length=200), server_default='', nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_crises_author_id')),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_crises_office_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_crises'))
    )
    with op.batch_alter_table('crises', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_crises_office_id_ended_at'), ['office_id', 'ended_at'], unique=False)

    op.create_table('holidays',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('name', sa.String(length=200), server_default='', nullable=False),
    sa.Column('kind', sa.String(length=20), server_default='', nullable=False),
    sa.Column('decree', sa.String(length=200), server_default='', nullable=False),
    sa.Column('imported_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_holidays_office_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_holidays')),
    sa.UniqueConstraint('office_id', 'day', name=op.f('uq_holidays_office_id_day'))
    )
    op.create_table('subscriptions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('muted', sa.String(length=200), server_default='', nullable=False),
    sa.Column('mode', sa.String(length=20), server_default='', nullable=False),
    sa.Column('disaster', sa.String(length=20), server_default='', nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_subscriptions_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_subscriptions_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_subscriptions')),
    sa.UniqueConstraint('person_id', name=op.f('uq_subscriptions_person_id'))
    )
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.add_column(sa.Column('hushed_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('plain', sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.add_column(sa.Column('plain', sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table('releases', schema=None) as batch_op:
        batch_op.add_column(sa.Column('topic', sa.String(length=20), server_default='', nullable=False))
        batch_op.add_column(sa.Column('crisis_id', sa.Integer(), server_default=sa.text('0'), nullable=False))
        batch_op.add_column(sa.Column('report', sa.Integer(), server_default=sa.text('0'), nullable=False))
