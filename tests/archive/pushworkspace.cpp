// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/pushworkspace.h"

#include "tests/store/storetesting.h"

#include <QDir>
#include <QFile>

namespace Trailglass::Testing {

using namespace Qt::StringLiterals;

PushWorkspace::PushWorkspace(const QString &name)
    : m_name(name)
{
}

PushWorkspace::PushWorkspace(const QString &name, const QString &source, int events)
    : PushWorkspace(name)
{
    add(addSource(source), events);
}

SourceId PushWorkspace::addSource(const QString &name)
{
    return writer().addSource(source(name)).value();
}

void PushWorkspace::add(SourceId source, int count)
{
    std::vector<Event> events;
    for (int index = 0; index < count; ++index)
        events.push_back(event(++m_count, 1));
    commit(page(source, std::move(events)));
}

void PushWorkspace::change(SourceId source, int first, int count)
{
    std::vector<Event> events;
    for (int number = first; number < first + count; ++number)
        events.push_back(event(number, 2));
    commit(page(source, std::move(events)));
}

void PushWorkspace::commit(const PageCommit &page)
{
    const auto committed = writer().commit(page);
    QVERIFY2(committed, committed ? "" : qPrintable(committed.error().message));
}

void PushWorkspace::purge(SourceId source)
{
    QVERIFY(writer().removeSource(source, EventWriter::Purge::Yes));
}

void PushWorkspace::copyFrom(PushWorkspace &other)
{
    m_writer.reset();
    other.m_writer.reset(); // so that all of it is in the one file
    QDir(folder()).removeRecursively();
    QVERIFY(QDir().mkpath(folder()));
    for (const QString &file : QDir(other.folder()).entryList(QDir::Files | QDir::Hidden))
        QVERIFY(QFile::copy(other.folder() + u'/' + file, folder() + u'/' + file));
    m_count = other.m_count;
}

EventWriter &PushWorkspace::writer()
{
    if (!m_writer)
        m_writer = *EventWriter::open(folder());
    return *m_writer;
}

/// \param version  1 or more; each replaces the one before
Event PushWorkspace::event(int number, int version)
{
    const std::string id = "e" + std::to_string(number);
    Event event = makeEvent(id,
                            R"({"id":")" + id + R"(","version":)" + std::to_string(version)
                                + R"(,"tags":["a\nb",{"n":)" + std::to_string(number % 7) + "}]}",
                            Noon + version);
    // A push has a batch for each month of a group, and a batch takes longest of all.
    event.created = Noon - (number * 37 % 80) * UtcMicros::PerDay + number;
    event.action = number % 3 == 0 ? "read" : "write";
    event.actor.email = "user" + std::to_string(number % 11) + "@example.com";
    event.ip = "10.0.0." + std::to_string(number % 200);
    event.message = number % 5 == 0 ? std::string("Größe\0'quoted'", 16) : std::string();
    return event;
}

} // namespace Trailglass::Testing
