// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/changewords.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;

class ChangeWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatANameSays_data();
    void readsWhatANameSays();
    void twoNamesMakeAPair_data();
    void twoNamesMakeAPair();
    void otherNamesSayNothing_data();
    void otherNamesSayNothing();
    void knowsADifferenceByItsName();
};

void ChangeWordsTest::readsWhatANameSays_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isBefore");
    QTest::addColumn<QByteArray>("subject");
    const auto row = [](const char *name, bool isBefore, const char *subject) {
        QTest::newRow(name) << QByteArray(name) << isBefore << QByteArray(subject);
    };
    row("old_value", true, "");
    row("newValue", false, "");
    row("NEW-STATE", false, "");
    row("before", true, "");
    row("roleAfter", false, "role");
    row("old_display_name", true, "display_name");
    row("prev", true, "");
    row("previous", true, "");
    row("current", false, "");
    row("from", true, "");
    row("to", false, "");
}

void ChangeWordsTest::readsWhatANameSays()
{
    QFETCH(const QByteArray, name);
    QFETCH(const bool, isBefore);
    QFETCH(const QByteArray, subject);
    const auto word = changeWordOf(name.toStdString());
    QVERIFY(word);
    QCOMPARE(word->side == ChangeWord::Side::Before, isBefore);
    QCOMPARE(QByteArray::fromStdString(word->subject), subject);
}

void ChangeWordsTest::twoNamesMakeAPair_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("isPair");
    const auto row = [](const char *one, const char *other, bool isPair) {
        QTest::addRow("%s, %s", one, other) << QByteArray(one) << QByteArray(other) << isPair;
    };
    row("old_value", "new_value", true);
    row("oldValue", "newValue", true);
    row("prev", "current", true);
    row("previous", "current", true);
    row("old", "new_value", false);
    row("old_name", "new_role", false);
    row("before", "current", false);
    row("iterable_item_removed", "iterable_item_added", true);
}

void ChangeWordsTest::twoNamesMakeAPair()
{
    QFETCH(const QByteArray, one);
    QFETCH(const QByteArray, other);
    QFETCH(const bool, isPair);
    QCOMPARE(changeWordOf(one.toStdString())->pair == changeWordOf(other.toStdString())->pair, isPair);
}

void ChangeWordsTest::otherNamesSayNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"", "_", "value", "threshold", "folder", "newsletter", "tomorrow", "a_new_name"})
        QTest::newRow(name) << QByteArray(name);
    QTest::newRow("long") << QByteArray("old_") + QByteArray(100'000, 'x');
}

void ChangeWordsTest::otherNamesSayNothing()
{
    QFETCH(const QByteArray, name);
    QVERIFY(!changeWordOf(name.toStdString()));
}

void ChangeWordsTest::knowsADifferenceByItsName()
{
    QVERIFY(isDifferenceName("definition_diff"));
    QVERIFY(isDifferenceName("diff"));
    QVERIFY(!isDifferenceName("diffusion"));
    QVERIFY(!isDifferenceName("different"));
    QVERIFY(!isDifferenceName(""));
}

TRAILGLASS_PURE_TEST(ChangeWordsTest)

#include "tst_changewords.moc"
