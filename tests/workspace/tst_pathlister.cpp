// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/pathlister.h"

#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class PathListerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }
    void listsThePathsOfEvents();
    void looksAmongOldEventsToo();
    void listsNothingWithoutADatabase();
    void saysWhatIsWrong();

private:
    static void add(Workspace &workspace, SourceId source, int count, const std::string &name)
    {
        std::vector<Event> events;
        for (int i = 0; i < count; ++i) {
            const std::string id = name + std::to_string(i);
            events.push_back(makeEvent(id, R"({"id":")" + id + R"(",")" + name + R"(":{"x y":1}})"));
        }
        QVERIFY(workspace.writer().commit(page(source, std::move(events))));
    }
    static QStringList list(PathLister &lister)
    {
        QSignalSpy listed(&lister, &PathLister::listed);
        lister.list();
        return listed.wait() ? listed.first().first().toStringList() : QStringList(u"nothing came"_s);
    }
};

void PathListerTest::listsThePathsOfEvents()
{
    Workspace workspace;
    const SourceId source = workspace.addSource(u"work"_s);
    add(workspace, source, 3, "a");
    add(workspace, source, 1, "b");
    PathLister lister(workspace.folder());
    QCOMPARE(list(lister), QStringList({u"@id"_s, u"@a.\"x y\""_s, u"@b.\"x y\""_s}));
}

void PathListerTest::looksAmongOldEventsToo()
{
    Workspace workspace;
    const SourceId source = workspace.addSource(u"work"_s);
    add(workspace, source, 400, "old");
    add(workspace, source, 2'000, "new");
    PathLister lister(workspace.folder());
    QVERIFY(list(lister).contains(u"@old.\"x y\""_s));
}

void PathListerTest::listsNothingWithoutADatabase()
{
    Workspace workspace;
    PathLister lister(workspace.folder());
    QCOMPARE(list(lister), QStringList());
}

void PathListerTest::saysWhatIsWrong()
{
    Workspace workspace;
    workspace.fill(3);
    workspace.makeNewer();
    PathLister lister(workspace.folder());
    QSignalSpy failed(&lister, &PathLister::failed);
    lister.list();
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::NewerVersion);
}

TRAILGLASS_TEST(PathListerTest)
#include "tst_pathlister.moc"
