// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/printer.h"
#include "models/table/changesmodel.h"
#include "tests/runner/testclass.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const std::string> text(const QByteArray &raw)
{
    return std::make_shared<const std::string>(raw.toStdString());
}

std::shared_ptr<const EventChanges> changesIn(const QByteArray &raw)
{
    return std::make_shared<const EventChanges>(findChanges(text(raw)));
}

/// A list of many changed numbers.
QByteArray numbers(int count, int last)
{
    QByteArray json = "{";
    for (int i = 0; i < count; ++i)
        json += "\"k" + QByteArray::number(i) + "\":" + QByteArray::number(last) + ',';
    return json + "\"z\":0}";
}

} // namespace

class ChangesModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<ChangesModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void saysWhereEachSideStands_data();
    void saysWhereEachSideStands();
    void comparedEventsStandNowhere();
    void filtersByNoValueWhereThereIsNone();
    void showsMoreOnceAndSaysThatThereIsMore();
    void putsBothSidesInOneColumn();

private:
    [[nodiscard]] QString path(int row, int column) const
    {
        const auto path = m_model->path(m_model->index(row, column));
        return path ? Filter::pathText(*path) : QString();
    }

    std::unique_ptr<ChangesModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void ChangesModelTest::saysWhereEachSideStands_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("a heading") << QByteArray(R"({"d":{"old":1,"new":2}})") << 0 << QString() << QString();
    QTest::newRow("a value") << QByteArray(R"({"d":{"old":1,"new":2}})") << 1 << u"@d.old"_s << u"@d.new"_s;
    QTest::newRow("a member") << QByteArray(R"({"d":{"old":{"a b":1},"new":{"a b":2}}})") << 1
                              << u"@d.old.\"a b\""_s << u"@d.new.\"a b\""_s;
    QTest::newRow("in JSON in a string")
        << QByteArray(R"({"d":"{\"old\":1,\"new\":2}"})") << 1 << u"@d.old"_s << u"@d.new"_s;
    // x is new at the front: what follows stands one place further on.
    const QByteArray moved = R"({"old":[{"id":1,"v":1}],"new":["x",{"id":1,"v":2}]})";
    QTest::newRow("an element that was added") << moved << 1 << QString() << u"@new[0]"_s;
    QTest::newRow("an element that moved") << moved << 2 << u"@old[0]"_s << u"@new[1]"_s;
    QTest::newRow("in an element that moved") << moved << 3 << u"@old[0].v"_s << u"@new[1].v"_s;
    QTest::newRow("an element that was removed")
        << QByteArray(R"({"old":["x","y"],"new":["y"]})") << 1 << u"@old[0]"_s << QString();
    QTest::newRow("no object around it")
        << QByteArray(R"([{"old":1,"new":2}])") << 1 << QString() << QString();
}

void ChangesModelTest::saysWhereEachSideStands()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const int, row);
    m_model->setLayout(false, false);
    m_model->setChanges(changesIn(raw));
    QVERIFY(row < m_model->rowCount());
    QTEST(path(row, ChangesModel::BeforeColumn), "before");
    QTEST(path(row, ChangesModel::AfterColumn), "after");
}

void ChangesModelTest::comparedEventsStandNowhere()
{
    m_model->setLayout(false, false);
    m_model->setChanges(
        std::make_shared<const EventChanges>(compareEvents(text(R"({"a":1})"), text(R"({"a":2})"))));
    QCOMPARE(m_model->index(0, 0).data().toString(), u"Event"_s);
    QVERIFY(m_model->hasValue(m_model->index(1, ChangesModel::BeforeColumn)));
    QVERIFY(path(1, ChangesModel::BeforeColumn).isEmpty());
    QVERIFY(!m_model->filterValue(m_model->index(1, ChangesModel::AfterColumn)));
    QCOMPARE(m_model->text(m_model->index(1, ChangesModel::AfterColumn)), std::string("2"));
}

void ChangesModelTest::filtersByNoValueWhereThereIsNone()
{
    m_model->setLayout(false, false);
    m_model->setChanges(changesIn(R"({"d":{"old":"","new":"x"}})"));
    const auto before = m_model->index(1, ChangesModel::BeforeColumn);
    QVERIFY(m_model->hasValue(before));
    const auto nothing = m_model->filterValue(before);
    QVERIFY(nothing && !*nothing);
    const auto something = m_model->filterValue(m_model->index(1, ChangesModel::AfterColumn));
    QVERIFY(something && *something == "x");
    QVERIFY(!m_model->hasValue(m_model->index(0, ChangesModel::BeforeColumn))); // the heading
}

void ChangesModelTest::showsMoreOnceAndSaysThatThereIsMore()
{
    m_tester.reset(); // it reads every cell, again and again
    const auto changes = changesIn("{\"old\":" + numbers(6'000, 1) + ",\"new\":" + numbers(6'000, 2) + '}');
    m_model->setChanges(changes);
    QCOMPARE(m_model->rowCount(), 500);
    QVERIFY(m_model->isCut() && m_model->canShowMore());

    m_model->showMore();
    QCOMPARE(m_model->rowCount(), static_cast<int>(ChangesModel::MaxRows));
    QVERIFY(m_model->isCut() && !m_model->canShowMore());

    m_model->setChanges(changes); // another event begins with few again
    QCOMPARE(m_model->rowCount(), 500);
    m_model->setChanges(nullptr);
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_model->isCut() && !m_model->canShowMore());
}

void ChangesModelTest::putsBothSidesInOneColumn()
{
    m_model->setLayout(true, false);
    m_model->setChanges(changesIn(R"({"d":{"old":1,"new":2}})"));
    QCOMPARE(m_model->columnCount(), 2);
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(path(1, ChangesModel::BeforeColumn), u"@d.old"_s);
    QCOMPARE(path(2, ChangesModel::BeforeColumn), u"@d.new"_s);
    QCOMPARE(m_model->index(1, ChangesModel::BeforeColumn).data(Qt::AccessibleTextRole).toString(),
             u"removed: 1"_s);
}

TRAILGLASS_TEST(ChangesModelTest)
#include "tst_changesmodel.moc"
