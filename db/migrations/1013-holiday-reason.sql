-- Why a period is to be avoided
ALTER TABLE holiday ADD COLUMN reason TEXT CHECK (reason <> '');
