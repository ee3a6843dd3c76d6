"""groups and proofs."""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'


def upgrade() -> None:
    op.create_table('group_imports',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('chat', sa.String(length=150), server_default='', nullable=False),
    sa.Column('state', sa.String(length=20), server_default='', nullable=False),
    sa.Column('found', sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('done', sa.Integer(), server_default=sa.text('0'), nullable=False),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_group_imports_account_id')),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_group_imports_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_group_imports_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_imports'))
    )
    with op.batch_alter_table('group_imports', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_group_imports_office_id_state'), ['office_id', 'state'], unique=False)

    op.create_table('group_links',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('import_id', sa.Integer(), nullable=False),
    sa.Column('link_id', sa.Integer(), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['import_id'], ['group_imports.id'], name=op.f('fk_group_links_import_id')),
    sa.ForeignKeyConstraint(['link_id'], ['links.id'], name=op.f('fk_group_links_link_id')),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_group_links_office_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_links')),
    sa.UniqueConstraint('link_id', name=op.f('uq_group_links_link_id'))
    )
    with op.batch_alter_table('group_links', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_group_links_import_id'), ['import_id'], unique=False)

    op.create_table('proofs',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('link_id', sa.Integer(), nullable=False),
    sa.Column('medium', sa.String(length=20), server_default='', nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('place', sa.String(length=60), server_default='', nullable=False),
    sa.Column('digest', sa.String(length=64), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['link_id'], ['links.id'], name=op.f('fk_proofs_link_id')),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_proofs_office_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_proofs')),
    sa.UniqueConstraint('link_id', name=op.f('uq_proofs_link_id'))
    )
    with op.batch_alter_table('proofs', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_proofs_office_id_digest'), ['office_id', 'digest'], unique=False)

    op.create_table('proof_files',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('proof_id', sa.Integer(), nullable=False),
    sa.Column('file_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['file_id'], ['files.id'], name=op.f('fk_proof_files_file_id')),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_proof_files_office_id')),
    sa.ForeignKeyConstraint(['proof_id'], ['proofs.id'], name=op.f('fk_proof_files_proof_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_proof_files')),
    sa.UniqueConstraint('file_id', name=op.f('uq_proof_files_file_id'))
    )
    with op.batch_alter_table('proof_files', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_proof_files_proof_id'), ['proof_id'], unique=False)

    op.create_table('arrivals',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('shown_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['office_id'], ['offices.id'], name=op.f('fk_arrivals_office_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_arrivals_person_id')),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_arrivals_release_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_arrivals')),
    sa.UniqueConstraint('person_id', 'release_id', name=op.f('uq_arrivals_person_id_release_id'))
    )
