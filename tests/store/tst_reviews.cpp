// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/migrations.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedvaluecheck.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// The review log, marks and notes in the database, and their records in the tree.
class ReviewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void readsBackTheLogNewestFirst();
    void knowsTheLastRowOfEachReview();
    void readsMarksAndNotesWithTheirEvents();
    void whatChangesNothingMakesNoRecord();
    void marksAllOrNone();
    void refusesMoreThanAChangeOrAReviewMayHave();
    void aReplacedEventHandsItsMarkAndNoteOn();
    void aPurgeDeletesMarksAndNotes();
    void aRemovedSourceThatComesBackHasItsMarks();
    void everyChangeMakesTheVersionGreater();
    void everyChangeIsARecordOfTheTree();
    void refusesTextsOverTheirLimits_data();
    void refusesTextsOverTheirLimits();
    void aWorkspaceOfAnEarlierVersionHasNone();
    void whatCannotBeRightIsDamage_data();
    void whatCannotBeRightIsDamage();

private:
    [[nodiscard]] std::unique_ptr<EventReader> reader() const
    {
        return std::move(*EventReader::open(m_folder->path()));
    }
    [[nodiscard]] EventRecord stored(const std::string &id) const { return *reader()->find(u"work"_s, id); }
    [[nodiscard]] std::unique_ptr<SqlConnection> database() const
    {
        return std::move(*SqlConnection::openForWriting(WorkspacePaths::of(m_folder->path()).database));
    }
    /// The records of a kind, as the tree has them.
    [[nodiscard]] QList<QJsonObject> records(const QString &kind) const;
    void mark(const std::string &id, std::optional<MarkColour> colour);
    void note(const std::string &id, const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventWriter> m_writer;
    SourceId m_source;
};

namespace {

ReviewEntry entry(const QString &reviewer, const QString &name, qint64 row)
{
    return {.at = Noon, .reviewer = reviewer, .name = name, .row = RowId{row}};
}

} // namespace

void ReviewsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto writer = EventWriter::open(m_folder->path());
    VERIFY_RESULT(writer);
    m_writer = *std::move(writer);
    m_source = *m_writer->addSource(source(u"work"_s));
    std::vector<Event> events;
    for (const char *id : {"a", "b", "c"})
        events.push_back(makeEvent(id, {}, UtcMicros{1}));
    VERIFY_RESULT(m_writer->commit(page(m_source, std::move(events))));
}

QList<QJsonObject> ReviewsTest::records(const QString &kind) const
{
    QList<QJsonObject> found;
    const auto connection = database();
    auto select = connection->prepare("SELECT text FROM tree_record WHERE kind = ? ORDER BY leaf");
    if (!select)
        return found;
    const auto read = select->bind(1, toUtf8(kind)).forEachRow([&found](const Statement &row) {
        found.append(QJsonDocument::fromJson(toQString(row.text(0)).toUtf8()).object());
    });
    return read ? found : QList<QJsonObject>();
}

void ReviewsTest::mark(const std::string &id, std::optional<MarkColour> colour)
{
    VERIFY_RESULT(m_writer->setMarks(
        {.events = {{u"work"_s, id}}, .colour = colour, .reviewer = u"ann"_s, .at = Noon}));
}

void ReviewsTest::note(const std::string &id, const QString &text)
{
    VERIFY_RESULT(
        m_writer->setNote({.event = {u"work"_s, id}, .note = text, .reviewer = u"ann"_s, .at = Noon}));
}

void ReviewsTest::readsBackTheLogNewestFirst()
{
    ReviewEntry first = entry(u"ann"_s, u"default"_s, 2);
    first.filter = u"outcome:failure “x”"_s;
    first.count = 2;
    first.note = u"Ünï\nline, 日本語"_s;
    const auto stored = m_writer->review(first);
    VERIFY_RESULT(stored);
    QVERIFY(stored->id > 0);
    QVERIFY2(stored->size >= 3, "the leaves before it: at least the events");
    VERIFY_RESULT(m_writer->review(entry(u"bob"_s, u"mine"_s, 3)));

    const auto log = reader()->reviewLog(0);
    VERIFY_RESULT(log);
    QCOMPARE(log->size(), std::size_t(2));
    QVERIFY(log->back() == *stored);
    QCOMPARE(log->front().reviewer, u"bob"_s);
    QVERIFY(log->front().size > stored->size);
    QCOMPARE(reader()->reviewLog(1)->size(), std::size_t(1));
}

void ReviewsTest::knowsTheLastRowOfEachReview()
{
    for (const ReviewEntry &next : {entry(u"bob"_s, u"mine"_s, 1), entry(u"ann"_s, u"default"_s, 1),
                                    entry(u"ann"_s, u"mine"_s, 2), entry(u"ann"_s, u"default"_s, 3)})
        VERIFY_RESULT(m_writer->review(next));
    QCOMPARE(reader()->reviewedRow(u"ann"_s, u"default"_s)->value, 3);
    QCOMPARE(reader()->reviewedRow(u"ann"_s, u"mine"_s)->value, 2);
    QCOMPARE(reader()->reviewedRow(u"bob"_s, u"mine"_s)->value, 1);
    QCOMPARE(reader()->reviewedRow(u"bob"_s, u"default"_s)->value, 0);
    const auto last = reader()->lastReviews();
    VERIFY_RESULT(last);
    QStringList names;
    for (const ReviewEntry &review : *last)
        names += review.reviewer + u'/' + review.name + u'/' + QString::number(review.row.value);
    QCOMPARE(names, (QStringList{u"ann/default/3"_s, u"ann/mine/2"_s, u"bob/mine/1"_s}));

    // As a program that has looked before another one had reviewed more.
    const auto late = m_writer->review(entry(u"ann"_s, u"default"_s, 2));
    VERIFY_RESULT(late);
    QCOMPARE(late->row.value, 3);
    QCOMPARE(reader()->reviewedRow(u"ann"_s, u"default"_s)->value, 3);
    QCOMPARE(records(u"reviewed"_s).last()[u"row"_s].toInteger(), 3);
}

void ReviewsTest::readsMarksAndNotesWithTheirEvents()
{
    QVERIFY(!stored("a").mark);
    QVERIFY(stored("a").note.empty());
    mark("a", MarkColour::Orange);
    note("b", u"ask Zoë"_s);
    QCOMPARE(stored("a").mark, std::optional(MarkColour::Orange));
    QVERIFY(stored("a").note.empty());
    QCOMPARE(stored("b").note, std::string("ask Zo\u00EB"));
    QVERIFY(!stored("b").mark);
    std::size_t marked = 0;
    for (const EventRecord &record : allEvents(*reader())) {
        if (record.mark || !record.note.empty())
            ++marked;
    }
    QCOMPARE(marked, std::size_t(2));
    mark("a", std::nullopt);
    note("b", {});
    QVERIFY(!stored("a").mark);
    QVERIFY(stored("b").note.empty());
}

void ReviewsTest::whatChangesNothingMakesNoRecord()
{
    mark("a", MarkColour::Red);
    note("a", u"x"_s);
    const auto again = m_writer->setMarks({.events = {{u"work"_s, "a"}, {u"work"_s, "b"}},
                                           .colour = MarkColour::Red,
                                           .reviewer = u"bob"_s,
                                           .at = Noon});
    VERIFY_RESULT(again);
    QCOMPARE(*again, 1); // b
    const auto sameNote =
        m_writer->setNote({.event = {u"work"_s, "a"}, .note = u"x"_s, .reviewer = u"bob"_s, .at = Noon});
    VERIFY_RESULT(sameNote);
    QVERIFY(!*sameNote);
    mark("c", std::nullopt);
    note("c", {});
    QCOMPARE(records(u"marked"_s).size(), 2);
    QCOMPARE(records(u"noted"_s).size(), 1);
    QStringList reviewers;
    VERIFY_RESULT(reader()->visitMarks([&](const EventMark &mark) { reviewers += mark.reviewer; }));
    QCOMPARE(reviewers, (QStringList{u"ann"_s, u"bob"_s}));
}

void ReviewsTest::marksAllOrNone()
{
    const auto refused = m_writer->setMarks({.events = {{u"work"_s, "a"}, {u"work"_s, "nothing"}},
                                             .colour = MarkColour::Red,
                                             .reviewer = u"ann"_s,
                                             .at = Noon});
    VERIFY_REFUSED(refused, ErrorKind::NotFound, u"nothing"_s);
    VERIFY_REFUSED(
        m_writer->setNote({.event = {u"nowhere"_s, "a"}, .note = u"x"_s, .reviewer = u"ann"_s, .at = Noon}),
        ErrorKind::NotFound, u"nowhere"_s);
    QVERIFY(!stored("a").mark);
    QCOMPARE(records(u"marked"_s).size(), 0);
    mark("a", MarkColour::Red); // the writer goes on
    QCOMPARE(stored("a").mark, std::optional(MarkColour::Red));
}

void ReviewsTest::refusesMoreThanAChangeOrAReviewMayHave()
{
    MarkChange change{.events = std::vector<NamedEvent>(ReviewLimits::MaxMarks, NamedEvent{u"work"_s, "a"}),
                      .colour = MarkColour::Red,
                      .reviewer = u"ann"_s,
                      .at = Noon};
    change.events.push_back({u"work"_s, "b"});
    VERIFY_REFUSED(m_writer->setMarks(change), ErrorKind::Usage, u"10000"_s);
    QVERIFY(!stored("a").mark);
    change.events.pop_back();
    VERIFY_RESULT(m_writer->setMarks(change));
    QCOMPARE(records(u"marked"_s).size(), 1); // the same event each time

    ReviewEntry review = entry(u"ann"_s, u"mine"_s, 1);
    review.filter = QString(ReviewLimits::MaxFilter + 1, u'x');
    VERIFY_REFUSED(m_writer->review(review), ErrorKind::Usage, u"65536"_s);
    review.filter.chop(1);
    VERIFY_RESULT(m_writer->review(review));
}

void ReviewsTest::aReplacedEventHandsItsMarkAndNoteOn()
{
    mark("a", MarkColour::Purple);
    note("a", u"seen"_s);
    const RowId before = stored("a").row;
    const auto counts =
        m_writer->commit(page(m_source, {makeEvent("a", R"({"id":"a","v":2})", UtcMicros{2})}));
    VERIFY_RESULT(counts);
    QCOMPARE(counts->updated, 1);
    const EventRecord after = stored("a");
    QVERIFY(after.row > before);
    QCOMPARE(after.mark, std::optional(MarkColour::Purple));
    QCOMPARE(after.note, std::string("seen"));
    int marks = 0;
    VERIFY_RESULT(reader()->visitMarks([&marks](const EventMark &) { ++marks; }));
    QCOMPARE(marks, 1);
}

void ReviewsTest::aPurgeDeletesMarksAndNotes()
{
    const SourceId other = *m_writer->addSource(source(u"other"_s));
    VERIFY_RESULT(m_writer->commit(page(other, {makeEvent("x")})));
    VERIFY_RESULT(m_writer->setMarks(
        {.events = {{u"other"_s, "x"}}, .colour = MarkColour::Blue, .reviewer = u"ann"_s, .at = Noon}));
    mark("a", MarkColour::Red);
    note("b", u"secret of the source"_s);
    VERIFY_RESULT(m_writer->removeSource(m_source, EventWriter::Purge::Yes));
    std::vector<EventMark> marks;
    VERIFY_RESULT(reader()->visitMarks([&marks](const EventMark &mark) { marks.push_back(mark); }));
    QCOMPARE(marks.size(), std::size_t(1));
    QVERIFY(marks.front().colour == MarkColour::Blue);
    int notes = 0;
    VERIFY_RESULT(reader()->visitNotes([&notes](const EventNote &) { ++notes; }));
    QCOMPARE(notes, 0);
}

void ReviewsTest::aRemovedSourceThatComesBackHasItsMarks()
{
    mark("a", MarkColour::Red);
    VERIFY_RESULT(m_writer->removeSource(m_source, EventWriter::Purge::No));
    VERIFY_RESULT(m_writer->addSource(source(u"work"_s)));
    QCOMPARE(stored("a").mark, std::optional(MarkColour::Red));
}

void ReviewsTest::everyChangeMakesTheVersionGreater()
{
    const auto open = reader();
    qint64 last = *open->reviewVersion();
    const auto isGreater = [&] {
        const qint64 now = *open->reviewVersion();
        return now > std::exchange(last, now);
    };
    mark("a", MarkColour::Red);
    QVERIFY(isGreater());
    note("a", u"x"_s);
    QVERIFY(isGreater());
    VERIFY_RESULT(m_writer->review(entry(u"ann"_s, u"default"_s, 1)));
    QVERIFY(isGreater());
    VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("d")})));
    QVERIFY2(!isGreater(), "an event without a mark changes none");
    VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("a", R"({"id":"a","v":2})", UtcMicros{2})})));
    QVERIFY2(isGreater(), "the mark is of another row now");
    mark("a", MarkColour::Red);
    QVERIFY(!isGreater());
    mark("a", std::nullopt);
    QVERIFY(isGreater());
}

void ReviewsTest::everyChangeIsARecordOfTheTree()
{
    mark("a", MarkColour::Green);
    mark("a", std::nullopt);
    note("b", u"„x“"_s);
    ReviewEntry review = entry(u"ann"_s, u"mine"_s, 2);
    review.filter = u"op:auth"_s;
    review.count = 1;
    review.note = u"fine"_s;
    const auto stored = m_writer->review(review);
    VERIFY_RESULT(stored);
    const QString noon = toQString(formatTime(Noon));
    QJsonObject marked{{u"kind"_s, u"marked"_s}, {u"at"_s, noon},   {u"reviewer"_s, u"ann"_s},
                       {u"source"_s, u"work"_s}, {u"id"_s, u"a"_s}, {u"colour"_s, u"green"_s}};
    const QList<QJsonObject> marks = records(u"marked"_s);
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks.front(), marked);
    marked.insert(u"colour"_s, QJsonValue());
    QCOMPARE(marks.back(), marked);
    QCOMPARE(records(u"noted"_s).value(0).value(u"note"_s).toString(), u"„x“"_s);
    const QJsonObject reviewed{{u"kind"_s, u"reviewed"_s},
                               {u"at"_s, noon},
                               {u"reviewer"_s, u"ann"_s},
                               {u"name"_s, u"mine"_s},
                               {u"filter"_s, u"op:auth"_s},
                               {u"tree"_s, stored->size},
                               {u"row"_s, 2},
                               {u"count"_s, 1},
                               {u"note"_s, u"fine"_s}};
    QCOMPARE(records(u"reviewed"_s).value(0), reviewed);
}

void ReviewsTest::refusesTextsOverTheirLimits_data()
{
    QTest::addColumn<QString>("reviewer");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("note");
    QTest::addColumn<bool>("isGood");
    const QString ann = u"ann"_s;
    QTest::newRow("as long as they may be")
        << QString(200, u'日') << QString(200, u'x') << QString(10'000, u'é') << true;
    QTest::newRow("reviewer") << QString(201, u'x') << ann << QString() << false;
    QTest::newRow("no reviewer") << QString() << ann << QString() << false;
    QTest::newRow("name") << ann << QString(201, u'x') << QString() << false;
    QTest::newRow("no name") << ann << QString() << QString() << false;
    QTest::newRow("note") << ann << ann << QString(10'001, u'x') << false;
}

void ReviewsTest::refusesTextsOverTheirLimits()
{
    QFETCH(const QString, reviewer);
    QFETCH(const QString, name);
    QFETCH(const QString, note);
    QFETCH(const bool, isGood);
    ReviewEntry review = entry(reviewer, name, 1);
    review.note = note;
    const auto reviewed = m_writer->review(review);
    QCOMPARE(reviewed.hasValue(), isGood);
    if (!isGood)
        QCOMPARE(reviewed.error().kind, ErrorKind::Usage);
    QCOMPARE(reader()->reviewLog(0)->size(), std::size_t(isGood ? 1 : 0));
    const auto noted =
        m_writer->setNote({.event = {u"work"_s, "a"}, .note = note + u'!', .reviewer = u"ann"_s, .at = Noon});
    QCOMPARE(noted.hasValue(), note.size() < ReviewLimits::MaxNote);
}

void ReviewsTest::aWorkspaceOfAnEarlierVersionHasNone()
{
    const QTemporaryDir folder;
    const WorkspacePaths paths = WorkspacePaths::of(folder.path());
    {
        const auto connection = SqlConnection::openForWriting(paths.database);
        VERIFY_RESULT(connection);
        VERIFY_RESULT(migrate(**connection, paths, migrations().first(5)));
        VERIFY_RESULT((*connection)->execute("PRAGMA journal_mode=WAL"));
    }
    const auto old = EventReader::open(folder.path());
    VERIFY_RESULT(old);
    QVERIFY((*old)->reviewLog(0)->empty());
    QVERIFY((*old)->lastReviews()->empty());
    QCOMPARE((*old)->reviewedRow(u"ann"_s, u"default"_s)->value, 0);
    QCOMPARE(*(*old)->reviewVersion(), 0);
    VERIFY_RESULT((*old)->visitMarks([](const EventMark &) { QFAIL("there are none"); }));
    QVERIFY(allEvents(**old).empty());
}

void ReviewsTest::whatCannotBeRightIsDamage_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &sql, const QString &named) {
        QTest::newRow(name) << sql << named;
    };
    row("a colour", "UPDATE event_mark SET colour = 'pink'", u"colour"_s);
    row("a colour in capitals", "UPDATE event_mark SET colour = 'RED'", u"colour"_s);
    row("a long note", "UPDATE event_note SET note = printf('%.*c', 30001, 'x')", u"note"_s);
    row("an empty note", "UPDATE event_note SET note = ''", u"note"_s);
    row("a note's reviewer", "UPDATE event_note SET reviewer = printf('%.*c', 601, 'x')", u"reviewer"_s);
    row("a mark's time", "UPDATE event_mark SET at = 9223372036854775807", u"at"_s);
    row("a mark's row", "UPDATE event_mark SET row = -1", u"row"_s);
    row("a review's name", "UPDATE review SET name = printf('%.*c', 601, 'x')", u"name"_s);
    row("a review's filter", "UPDATE review SET filter = printf('%.*c', 196609, 'x')", u"filter"_s);
    row("a boundary after the last row", "UPDATE review SET row = 4000000000", u"row"_s);
    row("a negative boundary", "UPDATE review SET row = -1", u"row"_s);
    row("a count", "UPDATE review SET count = -1", u"count"_s);
    row("a size", "UPDATE review SET size = -1", u"size"_s);
    row("the version", "UPDATE counter SET value = -1 WHERE name = 'review'", u"value"_s);
}

void ReviewsTest::whatCannotBeRightIsDamage()
{
    mark("a", MarkColour::Red);
    note("a", u"x"_s);
    VERIFY_RESULT(m_writer->review(entry(u"ann"_s, u"default"_s, 1)));
    m_writer.reset();
    QFETCH(const QByteArray, sql);
    const auto connection = database();
    VERIFY_RESULT(
        connection->execute(std::string_view(sql.constData(), static_cast<std::size_t>(sql.size()))));

    const auto problems = checkStoredValues(*connection);
    VERIFY_RESULT(problems);
    QFETCH(const QString, named);
    QCOMPARE(problems->size(), 1);
    QVERIFY2(problems->front().contains(u"in column %1."_s.arg(named)), qPrintable(problems->front()));

    // A mark can be set again, whatever stands there.
    auto writer = EventWriter::open(m_folder->path());
    VERIFY_RESULT(writer);
    m_writer = *std::move(writer);
    if (sql.startsWith("UPDATE event_mark SET colour")) {
        mark("a", MarkColour::Blue);
        QCOMPARE(stored("a").mark, std::optional(MarkColour::Blue));
    }
}

TRAILGLASS_TEST(ReviewsTest)
#include "tst_reviews.moc"
