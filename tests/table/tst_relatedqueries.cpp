// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/edits.h"
#include "models/filter/filter.h"
#include "models/table/relatedqueries.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <algorithm>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Which events are related to one.
class RelatedQueriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAnActorByNameToo_data();
    void findsAnActorByNameToo();
    void findsTheSameActionWhoeverDidIt();
};

void RelatedQueriesTest::findsAnActorByNameToo_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QString>("alsoNamed"); // empty: no such events are offered
    const QString address = u"mara@example.org"_s;
    const QString name = u"Mara Quill"_s;
    QTest::newRow("e-mail address and name") << address << name << address << name;
    QTest::newRow("address alone") << address << QString() << address << QString();
    QTest::newRow("name alone") << QString() << name << name << QString();
    QTest::newRow("nobody") << QString() << QString() << QString() << QString();
}

void RelatedQueriesTest::findsAnActorByNameToo()
{
    QFETCH(const QString, email);
    QFETCH(const QString, name);
    QFETCH(const QString, actor);
    QFETCH(const QString, alsoNamed);
    EventRecord record;
    record.event.actor.email = email.toStdString();
    record.event.actor.name = name.toStdString();

    const std::vector<RelatedQuery> queries = relatedQueries(record);
    const auto filterOf = [&queries](Relation relation) -> QString {
        const auto found = std::ranges::find(queries, relation, &RelatedQuery::relation);
        return found == queries.end() ? QString() : Filter::print(found->filter);
    };
    const auto filterFor = [](Field field, const QString &value) -> QString {
        if (value.isEmpty())
            return {};
        return Filter::print(Filter::including(Filter::makeNode(Filter::All{}), field, value.toStdString()));
    };
    QCOMPARE(filterOf(Relation::Actor), filterFor(Field::Actor, actor));
    QCOMPARE(filterOf(Relation::ActorName), filterFor(Field::ActorName, alsoNamed));
}

void RelatedQueriesTest::findsTheSameActionWhoeverDidIt()
{
    EventRecord record;
    record.event.actor.email = "mara@example.org";
    record.event.action = "role_change";
    const std::vector<RelatedQuery> queries = relatedQueries(record);
    const auto found = std::ranges::find(queries, Relation::Action, &RelatedQuery::relation);
    QVERIFY(found != queries.end());
    QCOMPARE(Filter::print(found->filter), u"action:=role_change"_s);
}

TRAILGLASS_TEST(RelatedQueriesTest)
#include "tst_relatedqueries.moc"
