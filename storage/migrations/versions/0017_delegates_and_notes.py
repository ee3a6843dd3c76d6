"""delegates and notes."""

import sqlalchemy as sa
from alembic import op

revision = '0017'
down_revision = '0016'


def upgrade() -> None:
    op.create_table('delegates',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('official_id', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=64), server_default='', nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_delegates_office_id')),
    sa.ForeignKeyConstraint(['official_id'], ['people.id'], name=op.f('fk_delegates_official_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_delegates_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_delegates'))
    )
    with op.batch_alter_table('delegates', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_delegates_office_id_official_id'), ['office_id', 'official_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_delegates_person_id'), ['person_id'], unique=False)

    op.create_table('event_notes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('invitation_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['invitation_id'], ['invitations.id'], name=op.f('fk_event_notes_invitation_id')),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_event_notes_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_event_notes_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event_notes'))
    )
    with op.batch_alter_table('event_notes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_event_notes_invitation_id'), ['invitation_id'], unique=False)
