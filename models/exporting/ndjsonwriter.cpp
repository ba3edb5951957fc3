// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/ndjsonwriter.h"

#include "models/json/jsontext.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Trailglass {

namespace {

/// Top-level keys of a whole record.
constexpr qsizetype WholeRecordKeys = 19;

struct Key
{
    std::string_view text; ///< what stands before the value, punctuation included
    Field field;
};

/// The record's shape, value by value: the texts between the values are the keys and braces of the contract.
constexpr std::array WholeRecord{
    Key{"{\"source\":", Field::Source},
    Key{",\"vendor\":", Field::Vendor},
    Key{",\"id\":", Field::Id},
    Key{",\"created\":", Field::Created},
    Key{",\"received\":", Field::Received},
    Key{",\"action\":", Field::Action},
    Key{",\"category\":", Field::Category},
    Key{",\"op\":", Field::Op},
    Key{",\"outcome\":", Field::Outcome},
    Key{",\"actor\":{\"display\":", Field::Actor},
    Key{",\"id\":", Field::ActorId},
    Key{",\"email\":", Field::ActorEmail},
    Key{",\"name\":", Field::ActorName},
    Key{",\"type\":", Field::ActorType},
    Key{"},\"target\":{\"display\":", Field::Target},
    Key{",\"id\":", Field::TargetId},
    Key{",\"name\":", Field::TargetName},
    Key{",\"type\":", Field::TargetType},
    Key{"},\"ip\":", Field::Ip},
    Key{",\"user_agent\":", Field::UserAgent},
    Key{",\"channel\":", Field::Channel},
    Key{",\"workspace\":", Field::Workspace},
    Key{",\"environment\":", Field::Environment},
    Key{",\"message\":", Field::Message},
    Key{",\"correlation\":", Field::Correlation},
    Key{",\"raw\":", Field::Raw},
};
static_assert(WholeRecord.size() == FieldCount);

} // namespace

NdjsonWriter::NdjsonWriter(std::vector<Column> columns)
{
    for (Column &column : columns) {
        // An object with the same key twice means different things to different readers.
        if (std::ranges::find(m_columns, column.title, &Column::title) == m_columns.end())
            m_columns.push_back(std::move(column));
    }
}

bool NdjsonWriter::needsRaw() const
{
    return m_columns.empty() || std::ranges::any_of(m_columns, &Column::needsRaw);
}

qsizetype NdjsonWriter::columnCount() const
{
    return m_columns.empty() ? WholeRecordKeys : static_cast<qsizetype>(m_columns.size());
}

void NdjsonWriter::writeRecord(const EventRecord &record, std::string &out)
{
    if (m_columns.empty()) {
        for (const Key &key : WholeRecord) {
            out += key.text;
            appendFieldJson(record, key.field, out);
        }
    }
    for (std::size_t index = 0; index < m_columns.size(); ++index) {
        out += index == 0 ? '{' : ',';
        appendJsonString(m_columns[index].title, out);
        out += ':';
        appendCellJson(record, m_columns[index], out);
    }
    out += "}\n";
}

} // namespace Trailglass
