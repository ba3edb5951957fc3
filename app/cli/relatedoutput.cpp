// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/relatedoutput.h"

#include "models/commandline/texttable.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/ndjsonwriter.h"
#include "models/json/jsontext.h"
#include "models/sources/source.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using CommandLine::TextTable;

constexpr std::string_view VersionKind = "version";

std::string_view kindOf(const DetailEntry &entry)
{
    switch (entry.relation) {
    case DetailEntry::Relation::Itself:
        return "itself";
    case DetailEntry::Relation::History:
        return "event";
    case DetailEntry::Relation::Parent:
        return "parent";
    case DetailEntry::Relation::Child:
        return "child";
    }
    Q_UNREACHABLE();
}

/// Events of a version stand below it, further in.
void addEntry(TextTable &table, const DetailEntry &entry, const QString &indent)
{
    const QString kind = indent + toQString(kindOf(entry));
    if (!entry.event)
        return table.addRow({kind, {}, tr("not readable as an event")});
    const Event &event = *entry.event;
    table.addRow({kind, toQString(formatTime(event.created)), toQString(event.action),
                  toQString(event.actor.display()), toQString(event.id)});
}

void addVersion(TextTable &table, const DetailVersion &version)
{
    table.addRow({toQString(VersionKind),
                  version.logged ? toQString(formatTime(*version.logged)) : QString(),
                  {},
                  {},
                  toQString(version.id)});
    for (const DetailEntry &entry : version.entries)
        addEntry(table, entry, u"  "_s);
}

void appendMember(std::string_view key, std::string_view json, std::string &out)
{
    out += ",\"";
    out += key;
    out += "\":";
    appendJsonOnOneLine(json, out);
}

void appendText(std::string_view key, std::string_view text, std::string &out)
{
    std::string json;
    appendJsonString(text, json);
    appendMember(key, json, out);
}

class JsonOutput
{
public:
    JsonOutput(const EventRecord &record, const KnownDetail &known)
        : m_record(record)
        , m_known(known)
    {
    }

    [[nodiscard]] std::string take()
    {
        const EventDetail &detail = m_known.detail;
        m_out = "{\"fetched\":\"" + std::string(formatTime(m_known.fetched)) + '"';
        appendText("from", m_known.isKept ? "workspace" : "vendor", m_out);
        appendMember("total", detail.total ? std::to_string(*detail.total) : "null", m_out);
        appendMember("complete", detail.isCut ? "false" : "true", m_out);
        m_out += ",\"related\":[";
        for (const DetailItem &item : itemsInOrder(detail)) {
            if (item.version)
                addVersion(*item.version);
            else
                addEntry(*item.entry);
        }
        m_out += "]}\n";
        return std::move(m_out);
    }

private:
    void begin(std::string_view kind)
    {
        if (m_out.back() != '[')
            m_out += ',';
        m_out += "{\"kind\":\"";
        m_out += kind;
        m_out += '"';
    }

    void addVersion(const DetailVersion &version)
    {
        begin(VersionKind);
        appendText("id", version.id, m_out);
        if (version.logged)
            appendText("logged", formatTime(*version.logged), m_out);
        else
            appendMember("logged", "null", m_out);
        m_out += ",\"events\":[";
        for (const DetailEntry &entry : version.entries)
            addEntry(entry);
        m_out += ']';
        appendMember("raw", version.raw, m_out);
        m_out += '}';
    }

    void addEntry(const DetailEntry &entry)
    {
        begin(kindOf(entry));
        if (entry.event) {
            EventRecord record;
            record.source = m_record.source;
            record.vendor = m_record.vendor;
            record.received = m_known.fetched;
            record.event = *entry.event;
            record.event.raw = entry.raw;
            std::string line;
            NdjsonWriter().writeRecord(record, line);
            line.pop_back(); // its line end
            appendMember("event", line, m_out);
        } else {
            appendMember("event", "null", m_out);
            appendMember("raw", entry.raw, m_out);
        }
        m_out += '}';
    }

    const EventRecord &m_record;
    const KnownDetail &m_known;
    std::string m_out;
};

} // namespace

QString relatedText(const EventRecord &record, const KnownDetail &known, int width)
{
    const EventDetail &detail = known.detail;
    const QString vendor = findSource(record.vendor)->type().displayName;
    const QString fetched = toQString(formatTime(known.fetched));
    const std::vector<DetailItem> items = itemsInOrder(detail);
    if (items.empty())
        return tr("%1 has nothing related to this event. Fetched %2.\n").arg(vendor, fetched);
    TextTable table({tr("kind"), tr("created"), tr("action"), tr("actor"), tr("id")});
    table.keepWhole(1);
    for (const DetailItem &item : items) {
        if (item.version)
            addVersion(table, *item.version);
        else
            addEntry(table, *item.entry, {});
    }
    return tr("Related at %1, fetched %2:\n").arg(vendor, fetched) + table.take(width);
}

std::string relatedJson(const EventRecord &record, const KnownDetail &known)
{
    return JsonOutput(record, known).take();
}

} // namespace Trailglass
