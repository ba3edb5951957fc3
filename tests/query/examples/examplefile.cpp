// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/query/examples/examplefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

QList<QByteArray> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    return file.readAll().split('\n');
}

UtcMicros timeOf(const std::string &text)
{
    const auto time = parseTime(text);
    if (!time)
        qFatal("%s is no time", text.c_str());
    return *time;
}

std::string textOf(const QJsonValue &value)
{
    return value.toString().toStdString();
}

EventRecord recordOf(const QByteArray &line)
{
    // Inside a string the quotes would be escaped, and raw is the last member.
    const qsizetype place = line.indexOf(",\"raw\":");
    const QJsonObject head = QJsonDocument::fromJson(line.left(place) + '}').object();
    if (place < 0 || head.isEmpty())
        qFatal("no record: %s", line.constData());
    const QJsonValue actor = head["actor"_L1];
    const QJsonValue target = head["target"_L1];
    EventRecord record;
    record.source = textOf(head["source"_L1]);
    record.vendor = vendorFromName(textOf(head["vendor"_L1])).value();
    record.received = timeOf(textOf(head["received"_L1]));
    Event &event = record.event;
    event.id = textOf(head["id"_L1]);
    event.created = timeOf(textOf(head["created"_L1]));
    event.action = textOf(head["action"_L1]);
    event.category = textOf(head["category"_L1]);
    event.operation = operationFromName(textOf(head["op"_L1])).value();
    event.outcome = outcomeFromName(textOf(head["outcome"_L1])).value();
    event.actor = {textOf(actor["id"_L1]), textOf(actor["email"_L1]), textOf(actor["name"_L1]),
                   textOf(actor["type"_L1])};
    event.target = {textOf(target["id"_L1]), textOf(target["name"_L1]), textOf(target["type"_L1])};
    event.ip = textOf(head["ip"_L1]);
    event.userAgent = textOf(head["user_agent"_L1]);
    event.channel = textOf(head["channel"_L1]);
    event.workspace = textOf(head["workspace"_L1]);
    event.environment = textOf(head["environment"_L1]);
    event.message = textOf(head["message"_L1]);
    event.correlation = textOf(head["correlation"_L1]);
    event.raw = line.mid(place + 7).chopped(1).toStdString();
    if (event.actor.display() != textOf(actor["display"_L1])
        || event.target.display() != textOf(target["display"_L1]))
        qFatal("%s: not what is displayed", event.id.c_str());
    return record;
}

} // namespace

FilterExamples readFilterExamples(const QString &path)
{
    FilterExamples file;
    QByteArray zone = "UTC";
    int number = 0;
    for (const QByteArray &line : linesOf(path)) {
        ++number;
        const QString trimmed = QString::fromUtf8(line).trimmed();
        const QString first = trimmed.section(u' ', 0, 0);
        const QString rest = trimmed.mid(first.size()).trimmed();
        bool isCount = false;
        const qint64 count = first.toLongLong(&isCount);
        if (first.isEmpty() || first.startsWith(u'#'))
            continue;
        if (first == "now"_L1)
            file.now = timeOf(rest.toStdString());
        else if (first == "zone"_L1)
            zone = rest.toUtf8();
        else if (first == "preset"_L1)
            file.presets.insert(rest.section(" = "_L1, 0, 0), rest.section(" = "_L1, 1));
        else if (first == "error"_L1)
            file.examples.push_back({number, std::nullopt, rest, zone});
        else if (isCount)
            file.examples.push_back({number, count, rest, zone});
        else
            qFatal("%s:%d: %s", qPrintable(path), number, line.constData());
    }
    return file;
}

std::vector<EventRecord> readExampleRecords(const QString &path)
{
    std::vector<EventRecord> records;
    for (const QByteArray &line : linesOf(path)) {
        if (!line.isEmpty())
            records.push_back(recordOf(line));
    }
    return records;
}

} // namespace Trailglass
