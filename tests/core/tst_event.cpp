// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/event.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;

namespace {

template <class Enum, class Reader>
bool readsBack(std::initializer_list<std::string_view> names, Reader read)
{
    quint8 index = 0;
    for (const std::string_view text : names) {
        const auto value = static_cast<Enum>(index++);
        if (name(value) != text || read(text) != value)
            return false;
    }
    return true;
}

} // namespace

class EventTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classesHaveTheNamesOfTheContract();
    void namesAreReadToTheLetter_data();
    void namesAreReadToTheLetter();
    void actorShowsEmailThenNameThenIdThenType();
    void targetShowsNameThenIdThenType();
};

void EventTest::classesHaveTheNamesOfTheContract()
{
    QVERIFY(readsBack<Operation>(
        {"create", "read", "update", "delete", "auth", "grant", "execute", "export", "other"},
        operationFromName));
    QVERIFY(readsBack<Outcome>({"success", "failure", "unknown"}, outcomeFromName));
    QVERIFY(readsBack<Vendor>({"asana", "secoda", "datafold", "paradime", "nected"}, vendorFromName));
}

void EventTest::namesAreReadToTheLetter_data()
{
    QTest::addColumn<QByteArray>("text");

    for (const char *text : {"", "Create", "SUCCESS", "asana ", "creat", "createx", "none"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

void EventTest::namesAreReadToTheLetter()
{
    QFETCH(QByteArray, text);

    QVERIFY(!operationFromName(text.toStdString()));
    QVERIFY(!outcomeFromName(text.toStdString()));
    QVERIFY(!vendorFromName(text.toStdString()));
}

void EventTest::actorShowsEmailThenNameThenIdThenType()
{
    Actor actor{.id = "42", .email = "ann@example.org", .name = "Ann", .type = "user"};
    QCOMPARE(actor.display(), "ann@example.org");
    actor.email.clear();
    QCOMPARE(actor.display(), "Ann");
    actor.name.clear();
    QCOMPARE(actor.display(), "42");
    actor.id.clear();
    QCOMPARE(actor.display(), "user");
    actor.type.clear();
    QCOMPARE(actor.display(), "");
}

void EventTest::targetShowsNameThenIdThenType()
{
    Target target{.id = "7", .name = "Orders", .type = "table"};
    QCOMPARE(target.display(), "Orders");
    target.name.clear();
    QCOMPARE(target.display(), "7");
    target.id.clear();
    QCOMPARE(target.display(), "table");
    target.type.clear();
    QCOMPARE(target.display(), "");
}

TRAILGLASS_TEST(EventTest)
#include "tst_event.moc"
