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
    void findsAnActorByAnyIdentity_data();
    void findsAnActorByAnyIdentity();
    void leavesOutAnIdentityThatNoFilterHolds();
    void findsTheSameActionWhoeverDidIt();
    void findsWhatHasTheSameValue_data();
    void findsWhatHasTheSameValue();
    void findsTheSameTargetInOneSource_data();
    void findsTheSameTargetInOneSource();
    void findsATargetByNameToo_data();
    void findsATargetByNameToo();
    void findsWhatTheActorDidTenMinutesBeforeAndAfter();
};

namespace {

/// The filter of one relation, as text; empty where the event is not related to others in that way.
QString relatedFilter(const EventRecord &record, Relation relation)
{
    const std::vector<RelatedQuery> queries = relatedQueries(record);
    const auto found = std::ranges::find(queries, relation, &RelatedQuery::relation);
    return found == queries.end() ? QString() : Filter::print(found->filter);
}

Filter::NodePointer withValue(Field field, const std::string &value)
{
    return Filter::including(Filter::makeNode(Filter::All{}), field, value);
}

} // namespace

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

void RelatedQueriesTest::findsAnActorByAnyIdentity_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("filter"); // empty: no such events are offered
    QTest::addColumn<QString>("value");
    const QString address = u"mara@example.org"_s;
    const QString name = u"Mara Quill"_s;
    QTest::newRow("all three")
        << u"18"_s << address << name
        << uR"(actor.email:=mara@example.org OR actor.name:="Mara Quill" OR actor.id:=18 source:=work)"_s
        << u"mara@example.org · Mara Quill · 18"_s;
    QTest::newRow("id and e-mail address")
        << u"18"_s << address << QString() << u"actor.email:=mara@example.org OR actor.id:=18 source:=work"_s
        << u"mara@example.org · 18"_s;
    QTest::newRow("name alone") << QString() << QString() << name << uR"(actor.name:="Mara Quill")"_s << name;
    QTest::newRow("id alone") << u"18"_s << QString() << QString() << u"actor.id:=18 source:=work"_s
                              << u"18"_s;
    QTest::newRow("nobody") << QString() << QString() << QString() << QString() << QString();
}

/// Each vendor knows an actor by something else. The number of one is somebody else's at another.
void RelatedQueriesTest::findsAnActorByAnyIdentity()
{
    QFETCH(const QString, id);
    QFETCH(const QString, email);
    QFETCH(const QString, name);
    QFETCH(const QString, filter);
    QFETCH(const QString, value);
    EventRecord record;
    record.source = "work";
    record.event.actor = {id.toStdString(), email.toStdString(), name.toStdString(), "user"};

    QCOMPARE(relatedFilter(record, Relation::Identity), filter);
    const std::vector<RelatedQuery> queries = relatedQueries(record);
    const auto found = std::ranges::find(queries, Relation::Identity, &RelatedQuery::relation);
    QCOMPARE(found == queries.end(), filter.isEmpty());
    if (found == queries.end())
        return;
    QCOMPARE(QString::fromStdString(found->value), value);
    // What the query bar shows is what is counted.
    QVERIFY(Filter::sameTree(std::get<Filter::NodePointer>(Filter::parse(filter)), found->filter));
}

void RelatedQueriesTest::leavesOutAnIdentityThatNoFilterHolds()
{
    EventRecord record;
    record.source = "work";
    record.event.actor.email = "mara@example.org";
    record.event.actor.name = std::string(100'000, 'x');
    QCOMPARE(relatedFilter(record, Relation::Identity), u"actor.email:=mara@example.org"_s);
    record.event.actor.name = std::string(8'000, '"'); // written twice as long
    const QString longest = relatedFilter(record, Relation::Identity);
    QVERIFY(longest.contains(u" OR actor.name:="_s));
    QVERIFY(std::holds_alternative<Filter::NodePointer>(Filter::parse(longest)));
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

void RelatedQueriesTest::findsWhatHasTheSameValue_data()
{
    QTest::addColumn<Relation>("relation");
    QTest::addColumn<Field>("field");
    QTest::addColumn<std::string>("value");
    QTest::newRow("correlation") << Relation::Correlation << Field::Correlation << std::string("req 7:b");
    QTest::newRow("address") << Relation::Address << Field::Ip << std::string("2001:db8::7");
}

void RelatedQueriesTest::findsWhatHasTheSameValue()
{
    QFETCH(const Relation, relation);
    QFETCH(const Field, field);
    QFETCH(const std::string, value);
    EventRecord record;
    record.source = "work";
    QCOMPARE(relatedFilter(record, relation), QString()); // without a value nothing is the same
    record.event.correlation = value;
    record.event.ip = value;
    QCOMPARE(relatedFilter(record, relation), Filter::print(withValue(field, value)));
}

void RelatedQueriesTest::findsTheSameTargetInOneSource_data()
{
    QTest::addColumn<std::string>("id");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<Field>("field");
    QTest::newRow("id and name") << std::string("T-7") << std::string("Payroll") << Field::TargetId;
    QTest::newRow("id alone") << std::string("T-7") << std::string() << Field::TargetId;
    QTest::newRow("name alone") << std::string() << std::string("Payroll") << Field::TargetName;
}

void RelatedQueriesTest::findsTheSameTargetInOneSource()
{
    QFETCH(const std::string, id);
    QFETCH(const std::string, name);
    QFETCH(const Field, field);
    EventRecord record;
    record.source = "work";
    QCOMPARE(relatedFilter(record, Relation::Target), QString());
    record.event.target.id = id;
    record.event.target.name = name;
    const Filter::NodePointer same = withValue(field, id.empty() ? name : id);
    QCOMPARE(relatedFilter(record, Relation::Target),
             Filter::print(Filter::including(same, Field::Source, std::string("work"))));
}

void RelatedQueriesTest::findsATargetByNameToo_data()
{
    QTest::addColumn<std::string>("id");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<QString>("filter"); // empty: no such events are offered
    QTest::newRow("id and name") << std::string("T-7") << std::string("Payroll")
                                 << u"target.name:=Payroll source:=work"_s;
    QTest::newRow("id alone") << std::string("T-7") << std::string() << QString();
    QTest::newRow("name alone") << std::string() << std::string("Payroll")
                                << QString(); // by which it is the same
}

/// The id may be one of an execution, or of the event itself.
void RelatedQueriesTest::findsATargetByNameToo()
{
    QFETCH(const std::string, id);
    QFETCH(const std::string, name);
    QFETCH(const QString, filter);
    EventRecord record;
    record.source = "work";
    record.event.target.id = id;
    record.event.target.name = name;
    QCOMPARE(relatedFilter(record, Relation::TargetName), filter);
}

void RelatedQueriesTest::findsWhatTheActorDidTenMinutesBeforeAndAfter()
{
    EventRecord record;
    record.event.created = *parseTime("2026-11-20T09:05:30.250000Z");
    QCOMPARE(relatedFilter(record, Relation::ActorNearby), QString());
    record.event.actor.email = "mara@example.org";
    QCOMPARE(relatedFilter(record, Relation::ActorNearby),
             QString(Filter::print(withValue(Field::Actor, "mara@example.org"))
                     + u" created:2026-11-20T08:55:30Z..2026-11-20T09:15:30Z"_s));
}

TRAILGLASS_TEST(RelatedQueriesTest)
#include "tst_relatedqueries.moc"
