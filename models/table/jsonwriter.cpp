// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/jsonwriter.h"

namespace Trailglass {

void JsonWriter::writeHeader(std::string &out)
{
    if (m_isArray)
        out += "[\n";
}

void JsonWriter::writeRecord(const EventRecord &record, std::string &out)
{
    if (!m_isFirst)
        out += ",\n";
    m_isFirst = false;
    m_objects.writeRecord(record, out);
    out.pop_back(); // the line feed: what comes next is not known yet
}

void JsonWriter::writeEnd(std::string &out)
{
    out += m_isFirst || !m_isArray ? "" : "\n";
    out += m_isArray ? "]\n" : "\n";
}

} // namespace Trailglass
