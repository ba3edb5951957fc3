// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/savedindex.h"
#include "models/store/databasefile.h"
#include "models/store/schema.h"
#include "models/store/workspace.h"
#include "tests/crash/killscenario.h"
#include "tests/crash/plaindatabase.h"
#include "tests/crash/samples.h"
#include "tests/crash/storeoperations.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

constexpr int EventsPerPage = 100;

/// Adds a source with pages of events.
SourceId addSource(EventWriter &writer, const QString &name, int firstEvent, int pages)
{
    const SourceId source = needed(writer.addSource(sampleSource(name)));
    for (int page = 0; page < pages; ++page) {
        needed(writer.commit(
            samplePage(source, page, sampleEvents(firstEvent + page * EventsPerPage, EventsPerPage))));
    }
    return source;
}

/// The lines that begin so.
QByteArray linesOf(const QByteArray &contents, const QByteArray &beginning)
{
    QByteArray found;
    for (const QByteArray &line : contents.split('\n')) {
        if (line.startsWith(beginning))
            found += line + '\n';
    }
    return found;
}

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

/// A command that has to change nothing of the events, whose workspace is of an earlier version.
class MigrationKills : public KillScenario
{
public:
    explicit MigrationKills(quint64 seed)
        : m_version(1 + static_cast<int>(seed % (Schema::Version - 1)))
    {
    }

protected:
    void prepare() override
    {
        const QTemporaryDir present;
        addSource(*needed(EventWriter::open(present.path())), u"work"_s, 0, 5);
        makeVersion(m_version, present.path(), workspace());
    }
    QStringList command() const override { return {u"preset"_s, u"save"_s, u"mine"_s, u"outcome:success"_s}; }
    QString checkAfterKill(const QByteArray &contents) override
    {
        return linesOf(contents, "event|") == linesOf(before(), "event|") ? QString()
                                                                          : u"events are missing"_s;
    }
    QString checkAtEnd(const QByteArray &contents) override
    {
        if (needed(inspectDatabase(WorkspacePaths::of(workspace()).database)).version != Schema::Version)
            return u"it is of an earlier version"_s;
        return contents == after() ? QString() : u"it holds something else"_s;
    }

private:
    const int m_version;
};

/// The events of the other source stay, those of the source that leaves become fewer and fewer.
class PurgeKills : public KillScenario
{
protected:
    void prepare() override
    {
        {
            const auto writer = needed(EventWriter::open(workspace()));
            addSource(*writer, u"work"_s, 0, 3);
            m_leaving = addSource(*writer, u"leaving"_s, 100, 8);
        }
        m_left = countLeft();
        m_isHidden = false;
    }
    QStringList command() const override
    {
        // There is no such source any more once the purge has begun; whoever writes next finishes it.
        return m_isHidden ? QStringList{u"doctor"_s, u"--repair"_s}
                          : QStringList{u"source"_s, u"remove"_s, u"leaving"_s, u"--purge"_s};
    }
    QString checkAfterKill(const QByteArray &contents) override
    {
        m_isHidden = !contents.contains("source|leaving|");
        if (linesOf(contents, "event|work|") != linesOf(before(), "event|work|"))
            return u"events of the other source are missing"_s;
        if (m_isHidden && contents.contains("event|leaving|"))
            return u"there are events of a source that is gone"_s;
        const int left = countLeft();
        if (left > m_left)
            return u"it has begun again"_s;
        m_left = left;
        return {};
    }
    QString checkAtEnd(const QByteArray &contents) override
    {
        if (countLeft() != 0)
            return u"events are left"_s;
        return contents == after() ? QString() : u"it holds something else"_s;
    }

private:
    /// \pre no program has the workspace open
    [[nodiscard]] int countLeft() const
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"copy"_s);
        copyFolder(workspace(), copy);
        return PlainDatabase(WorkspacePaths::of(copy).database)
            .texts("SELECT count(*) FROM event WHERE source = " + QByteArray::number(m_leaving.value))
            .value(0)
            .toInt();
    }

    SourceId m_leaving;
    int m_left = 0;
    bool m_isHidden = false;
};

class RepairKills : public KillScenario
{
protected:
    void prepare() override { m_operation.prepare(workspace()); }
    QStringList command() const override { return {u"doctor"_s, u"--repair"_s}; }
    QString checkAfterKill(const QByteArray &contents) override
    {
        return contents == before() || contents == after() ? QString() : u"it is repaired in part"_s;
    }
    QString checkAtEnd(const QByteArray &contents) override
    {
        const QStringList problems = m_operation.problemsAtEnd(workspace());
        if (!problems.isEmpty())
            return problems.join(u'\n');
        return contents == after() ? QString() : u"it holds something else"_s;
    }

private:
    const StoreOperation &m_operation = storeOperation("repair");
};

/// The file is the old or the new one at any moment, and no part is left beside it.
class ExportKills : public KillScenario
{
protected:
    void prepare() override
    {
        addSource(*needed(EventWriter::open(workspace())), u"work"_s, 0, 15);
        static_cast<void>(cli().writeFile(u"out.ndjson"_s, "old"));
    }
    QStringList command() const override
    {
        return {u"export"_s, u"--format"_s, u"ndjson"_s, u"--output"_s, output()};
    }
    void noteWholeRun() override { m_whole = fileContent(output()); }
    QString checkAfterKill(const QByteArray &) override
    {
        const QByteArray found = fileContent(output());
        return found == "old" || found == m_whole ? problemBeside() : u"a part of the file has its name"_s;
    }
    QString checkAtEnd(const QByteArray &contents) override
    {
        if (m_whole.count('\n') != contents.count("event|"))
            return u"the file has another number of events"_s;
        return fileContent(output()) == m_whole ? problemBeside() : u"the file holds something else"_s;
    }

private:
    [[nodiscard]] QString problemBeside() const
    {
        for (const QString &file : filesBeside(output())) {
            if (fileContent(file) != m_whole)
                return u"a part of the file is left: "_s + file;
        }
        return {};
    }
    [[nodiscard]] QString output() const { return cli().path(u"out.ndjson"_s); }

    QByteArray m_whole;
};

/// An import, at whose end a segment of the index is saved.
class ImportKills : public KillScenario
{
protected:
    void prepare() override
    {
        addSource(*needed(EventWriter::open(workspace())), u"work"_s, 0, 1);
        fillSegment(workspace(), SourceId{1});
        QByteArray lines;
        for (const Event &event : sampleEvents(5000, 600))
            lines += QByteArray::fromStdString(event.raw) + '\n';
        m_file = cli().writeFile(u"events.ndjson"_s, lines);
        m_events = 0;
    }
    QStringList command() const override { return {u"import"_s, u"work"_s, m_file}; }
    QString checkAfterKill(const QByteArray &contents) override
    {
        const qsizetype events = contents.count("event|");
        if (events < m_events)
            return u"events are lost"_s;
        m_events = events;
        return needed(checkSavedIndex(workspace(), {})).join(u'\n');
    }
    QString checkAtEnd(const QByteArray &contents) override
    {
        const SavedIndexSize size = needed(savedIndexSize(workspace()));
        if (size.savedSegments != size.fullSegments)
            return u"the index is not saved"_s;
        // When each was received differs.
        return contents.count("event|") == after().count("event|") ? checkAfterKill(contents)
                                                                   : u"it holds other events"_s;
    }

private:
    QString m_file;
    qsizetype m_events = 0;
};

template <class Scenario>
std::unique_ptr<KillScenario> makeScenario(quint64)
{
    return std::make_unique<Scenario>();
}

} // namespace

const std::vector<KillScenarioType> &killScenarios()
{
    static const std::vector<KillScenarioType> Types{{"sync", makeSyncKills},
                                                     {"migration",
                                                      [](quint64 seed) {
                                                          return std::make_unique<MigrationKills>(seed);
                                                      }},
                                                     {"purge", makeScenario<PurgeKills>},
                                                     {"repair", makeScenario<RepairKills>},
                                                     {"export", makeScenario<ExportKills>},
                                                     {"import", makeScenario<ImportKills>},
                                                     {"retry",
                                                      [](quint64) {
                                                          return makeRetryKills();
                                                      }},
                                                     {"bundle", [](quint64) {
                                                          return makeBundleKills();
                                                      }}};
    return Types;
}

} // namespace Trailglass::Testing
