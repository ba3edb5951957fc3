// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/markreader.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/store/reviewtable.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"

namespace Trailglass {

MarkReader::MarkReader(SqlConnection &connection)
    : m_connection(connection)
{
}

Result<void> MarkReader::refresh()
{
    m_hasMarks = false;
    m_hasNotes = false;
    TRY(const bool there, ReviewTable::isThere(m_connection));
    if (!there)
        return {};
    TRY(const qint64 marks, m_connection.integer("SELECT EXISTS (SELECT 1 FROM event_mark)"));
    TRY(const qint64 notes, m_connection.integer("SELECT EXISTS (SELECT 1 FROM event_note)"));
    if (marks != 0) {
        TRY(prepare(m_mark, "SELECT colour FROM event_mark WHERE row = ?"));
        m_hasMarks = true;
    }
    if (notes != 0) {
        TRY(prepare(m_note, "SELECT note FROM event_note WHERE row = ?"));
        m_hasNotes = true;
    }
    return {};
}

Result<void> MarkReader::prepare(Statement &statement, std::string_view sql)
{
    if (statement.isValid())
        return {};
    TRY(statement, m_connection.prepare(sql));
    return {};
}

Result<void> MarkReader::fill(EventRecord &record)
{
    record.mark.reset();
    record.note.clear();
    if (m_hasMarks) {
        TRY(firstStoredRow(m_mark.bind(1, record.row.value), "event_mark",
                           [&record](StoredRow &row) -> Result<void> {
                               record.mark = markColourFromName(row.text(0));
                               return record.mark ? Result<void>() : impossibleValue("event_mark", "colour");
                           }));
    }
    if (m_hasNotes) {
        TRY(firstStoredRow(m_note.bind(1, record.row.value), "event_note",
                           [&record](StoredRow &row) -> Result<void> {
                               const std::string_view bytes = row.text(0);
                               if (bytes.size() > ReviewLimits::MaxNoteBytes)
                                   return impossibleValue("event_note", "note");
                               const QString note = toQString(bytes);
                               if (note.isEmpty() || note.size() > ReviewLimits::MaxNote)
                                   return impossibleValue("event_note", "note");
                               // What filters see of it, also where others have put bytes there that are no UTF-8.
                               record.note = toUtf8(note);
                               return {};
                           }));
    }
    return {};
}

} // namespace Trailglass
