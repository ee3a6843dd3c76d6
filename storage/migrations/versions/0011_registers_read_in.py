"""registers read in."""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'


def upgrade() -> None:
    op.create_table('imports',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), server_default='', nullable=False),
    sa.Column('state', sa.String(length=20), server_default='', nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('handle', sa.String(length=300), server_default='', nullable=False),
    sa.Column('name', sa.String(length=200), server_default='', nullable=False),
    sa.Column('content', sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('made', sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('applied_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('undone_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_imports_account_id')),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_imports_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_imports_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_imports'))
    )
    op.create_table('expected',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('import_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), server_default='', nullable=False),
    sa.Column('name_key', sa.String(length=200), server_default='', nullable=False),
    sa.Column('phone', sa.String(length=20), server_default='', nullable=False),
    sa.Column('outlet_id', sa.Integer(), nullable=True),
    sa.Column('work', sa.String(length=60), server_default='', nullable=False),
    sa.Column('area', sa.String(length=200), server_default='', nullable=False),
    sa.Column('card', sa.String(length=60), server_default='', nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['import_id'], ['imports.id'], name=op.f('fk_expected_import_id')),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_expected_office_id')),
    sa.ForeignKeyConstraint(['outlet_id'], ['outlets.id'], name=op.f('fk_expected_outlet_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_expected_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_expected'))
    )
    with op.batch_alter_table('expected', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_expected_office_id_name_key'), ['office_id', 'name_key'], unique=False)
        batch_op.create_index(batch_op.f('ix_expected_office_id_phone'), ['office_id', 'phone'], unique=False)
