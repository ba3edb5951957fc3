// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/pushgroup.h"
#include "models/store/eventreader.h"
#include "tests/archive/pushworkspace.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr int Depth = 100;

/// An event whose objects all contain one long text, so that an archive has it a hundred times.
Event nestedEvent(int number)
{
    const std::string id = "e" + std::to_string(number);
    std::string raw = "\"" + std::string(2'000, 'x') + "\"";
    for (int level = 0; level < Depth; ++level)
        raw = "{\"a\":" + raw + "}";
    return makeEvent(id, "{\"id\":\"" + id + "\",\"a\":" + raw + "}");
}

} // namespace

class PushGroupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWhereItsColumnsAreLarge();
    void endsWhenCancelled();
};

void PushGroupTest::endsWhereItsColumnsAreLarge()
{
    constexpr int Events = 20;
    PushWorkspace workspace;
    const SourceId source = workspace.addSource(u"asana-main"_s);
    std::vector<Event> events;
    for (int number = 0; number < Events; ++number)
        events.push_back(nestedEvent(number));
    workspace.commit(page(source, std::move(events)));
    const auto reader = EventReader::open(workspace.folder());
    VERIFY_RESULT(reader);
    const auto last = (*reader)->lastRow();
    VERIFY_RESULT(last);
    const PushPlan plan{.name = workspace.name(), .groupBytes = 1'000'000}; // about five events

    RowId pushed;
    qint64 sum = 0;
    int groups = 0;
    while (pushed < *last) {
        const auto group = PushGroup::read(**reader, {pushed, *last}, plan, ArchiveDialect::Modern, {});
        VERIFY_RESULT(group);
        QVERIFY(group->lastRow > pushed);
        QCOMPARE(group->batches.size(), std::size_t(1));
        QCOMPARE(group->batches.front()->content().rows, group->events);
        QVERIFY2(group->events <= 6, qPrintable(QString::number(group->events)));
        pushed = group->lastRow;
        sum += group->events;
        ++groups;
    }
    QCOMPARE(sum, Events);
    QVERIFY(groups >= 4);
}

void PushGroupTest::endsWhenCancelled()
{
    PushWorkspace workspace;
    workspace.add(workspace.addSource(u"asana-main"_s), 10);
    const auto reader = EventReader::open(workspace.folder());
    VERIFY_RESULT(reader);
    CancelSource source;
    const CancelToken token = source.token();
    source.cancel();
    const PushPlan plan{.name = workspace.name()};
    const auto group = PushGroup::read(**reader, {RowId{0}, RowId{10}}, plan, ArchiveDialect::Modern, token);
    QVERIFY(!group);
    QCOMPARE(group.error().kind, ErrorKind::Cancelled);
}

TRAILGLASS_TEST(PushGroupTest)
#include "tst_pushgroup.moc"
