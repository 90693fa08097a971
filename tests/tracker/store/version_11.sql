CREATE TABLE setting (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE content (
	report_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	data BLOB NOT NULL, 
	source BLOB, 
	reading VARCHAR, 
	PRIMARY KEY (report_id)
);
CREATE TABLE report (
	report_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	added_at VARCHAR NOT NULL, 
	replaces VARCHAR, 
	PRIMARY KEY (report_id)
);
CREATE TABLE correction (
	report_id VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	payload BLOB NOT NULL, 
	user VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	PRIMARY KEY (report_id, subject)
);
CREATE TABLE section_link (
	earlier_id VARCHAR NOT NULL, 
	earlier_start INTEGER NOT NULL, 
	later_id VARCHAR NOT NULL, 
	later_start INTEGER NOT NULL, 
	earlier_end INTEGER NOT NULL, 
	earlier_heading VARCHAR NOT NULL, 
	later_end INTEGER NOT NULL, 
	later_heading VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	user VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	PRIMARY KEY (earlier_id, earlier_start, later_id, later_start)
);
CREATE INDEX section_link_later ON section_link (later_id);
CREATE TABLE mark (
	mark_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	report_id VARCHAR NOT NULL, 
	commitment_id VARCHAR NOT NULL, 
	verdict VARCHAR, 
	lost BOOLEAN NOT NULL, 
	payload BLOB NOT NULL, 
	reader VARCHAR NOT NULL DEFAULT ''
);
CREATE INDEX mark_report ON mark (report_id, verdict);
CREATE INDEX mark_commitment ON mark (commitment_id);
CREATE TABLE mark_event (
	event_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	mark_id INTEGER NOT NULL, 
	report_id VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	payload BLOB NOT NULL, 
	user VARCHAR NOT NULL, 
	at VARCHAR NOT NULL
);
CREATE INDEX mark_event_mark ON mark_event (mark_id);
CREATE INDEX mark_event_report ON mark_event (report_id);
CREATE TABLE said_event (
	event_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"table" VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	report_id VARCHAR NOT NULL, 
	later_id VARCHAR, 
	action VARCHAR NOT NULL, 
	stands BOOLEAN NOT NULL, 
	payload BLOB NOT NULL, 
	user VARCHAR NOT NULL, 
	at VARCHAR NOT NULL
);
CREATE INDEX said_event_word ON said_event ("table", number);
CREATE INDEX said_event_report ON said_event (report_id);
CREATE TABLE action (
	action_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	zh VARCHAR NOT NULL, 
	en VARCHAR NOT NULL, 
	user VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	undone BOOLEAN NOT NULL
);
CREATE TABLE action_row (
	row_id INTEGER NOT NULL, 
	action_id INTEGER NOT NULL, 
	"table" VARCHAR NOT NULL, 
	"before" BLOB, 
	"after" BLOB, 
	PRIMARY KEY (row_id)
);
CREATE INDEX action_row_action ON action_row (action_id);
CREATE TABLE summary (
	report_id VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	region_name VARCHAR NOT NULL, 
	region_code VARCHAR NOT NULL, 
	level VARCHAR, 
	year INTEGER, 
	kind VARCHAR NOT NULL, 
	n_warnings INTEGER NOT NULL, 
	n_commitments INTEGER, 
	text_hash VARCHAR, 
	PRIMARY KEY (report_id)
);
CREATE INDEX summary_text ON summary (text_hash);
CREATE TABLE cache (
	"key" VARCHAR NOT NULL, 
	version VARCHAR NOT NULL, 
	payload BLOB NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE INDEX cache_version ON cache (version);
CREATE TABLE cache_source (
	report_id VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	PRIMARY KEY (report_id, "key")
);
CREATE TABLE name_pair (
	region VARCHAR NOT NULL, 
	one_key VARCHAR NOT NULL, 
	other_key VARCHAR NOT NULL, 
	one VARCHAR NOT NULL, 
	other VARCHAR NOT NULL, 
	same BOOLEAN NOT NULL, 
	origin VARCHAR NOT NULL, 
	report_id VARCHAR NOT NULL, 
	user VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	PRIMARY KEY (region, one_key, other_key)
);
CREATE TABLE match_decision (
	decision_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	earlier_id VARCHAR NOT NULL, 
	later_id VARCHAR NOT NULL, 
	payload BLOB NOT NULL
);
CREATE INDEX match_decision_earlier ON match_decision (earlier_id);
CREATE INDEX match_decision_later ON match_decision (later_id);
CREATE TABLE bookmark (
	bookmark_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	report_id VARCHAR NOT NULL, 
	start INTEGER NOT NULL, 
	payload BLOB NOT NULL
);
CREATE INDEX bookmark_report ON bookmark (report_id, start);
CREATE TABLE promise_word (
	word_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	report_id VARCHAR NOT NULL, 
	start INTEGER NOT NULL, 
	payload BLOB NOT NULL
);
CREATE INDEX promise_word_report ON promise_word (report_id, start);
CREATE TABLE change (
	"table" VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	session VARCHAR NOT NULL, 
	user VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	zh VARCHAR NOT NULL, 
	en VARCHAR NOT NULL, 
	report_id VARCHAR, 
	PRIMARY KEY ("table", "key")
);
CREATE INDEX change_number ON change (number);
CREATE TABLE word_index_report (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	report_id VARCHAR NOT NULL, 
	text_hash VARCHAR NOT NULL, 
	spelling VARCHAR NOT NULL, 
	n_paragraphs INTEGER NOT NULL, 
	headings BLOB NOT NULL
);
CREATE INDEX word_index_report_id ON word_index_report (report_id);
CREATE TABLE paragraph (
	number INTEGER NOT NULL, 
	body BLOB NOT NULL, 
	PRIMARY KEY (number)
);
CREATE VIRTUAL TABLE word_index USING fts5(pairs, content='', columnsize=0, tokenize='ascii');
