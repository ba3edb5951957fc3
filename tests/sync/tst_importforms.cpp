// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/company.h"
#include "tests/support/gzip.h"
#include "tests/sync/importforms.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

constexpr std::string_view Now = "2026-11-20T12:00:00Z";
constexpr qsizetype MaxEvents = 10; // enough for pages and for a part of one

const Company &company()
{
    static const Company it({.seed = 5, .now = parseTime(Now).value(), .events = 200});
    return it;
}

/// A few events of a vendor, from anywhere in its list.
QByteArrayList someEvents(Vendor vendor, Support::Random &random)
{
    const QList<VendorEvent> &events = company().events(vendor);
    const qsizetype count = random.between(2, MaxEvents);
    const qsizetype first = random.below(events.size() - count);
    QByteArrayList raws;
    for (const VendorEvent &event : events.sliced(first, count))
        raws.append(event.raw);
    return raws;
}

} // namespace

/// Whatever form a file has, its events are the same.
class ImportFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormGivesTheSameEvents_data();
    void everyFormGivesTheSameEvents();
    void aSpoiledFileGivesNothingElse_data();
    void aSpoiledFileGivesNothingElse();
    void whatIsNoEventIsReportedWhereItIs_data();
    void whatIsNoEventIsReportedWhereItIs();
    void halfOfAPairInARecordIsReported_data();
    void halfOfAPairInARecordIsReported();
};

void ImportFormsTest::everyFormGivesTheSameEvents_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<int>("form");

    for (const Source *source : allSources()) {
        for (std::size_t form = 0; form < textForms().size(); ++form) {
            QTest::addRow("%s, %s", name(source->vendor()).data(), textForms()[form].name)
                << source->vendor() << static_cast<int>(form);
        }
    }
}

/// The vendors share the forms of files between them, for each form of texts in another way: every two of the three meet.
void ImportFormsTest::everyFormGivesTheSameEvents()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const int, form);
    const TextForm &text = textForms()[static_cast<std::size_t>(form)];
    const Source &source = *findSource(vendor);
    Support::Random random(static_cast<quint64>(form), name(vendor).data());
    const std::size_t vendors = allSources().size();
    const std::size_t share = (static_cast<std::size_t>(vendor) + static_cast<std::size_t>(form)) % vendors;
    for (std::size_t index = share; index < fileForms().size(); index += vendors) {
        const FileForm &file = fileForms()[index];
        QByteArrayList events = someEvents(vendor, random);
        if (text.isPretty)
            std::ranges::transform(events, events.begin(), pretty);
        const QByteArray written = file.write(text.write(source, events), random);
        const ReadFile read = readFile(source, written, random.below(3) * random.below(500));
        QVERIFY2(read.errors.isEmpty() && read.unreadable.isEmpty() && read.warnings.isEmpty(),
                 qPrintable(QString(QLatin1StringView(file.name) + u'\n' + read.description().join(u'\n'))));
        QCOMPARE(read.events, events);
    }
}

void ImportFormsTest::aSpoiledFileGivesNothingElse_data()
{
    everyFormGivesTheSameEvents_data();
}

/// Of a file with changed bytes come the same events whatever pieces it is read in, and nothing is lost in silence.
void ImportFormsTest::aSpoiledFileGivesNothingElse()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const int, form);
    const TextForm &text = textForms()[static_cast<std::size_t>(form)];
    const Source &source = *findSource(vendor);
    Support::Random random(static_cast<quint64>(form), name(vendor).data());
    constexpr std::string_view bytes = "{}[]\",:\\\n \xEF\xBB\xBF\xC3 0ax\x01";
    for (int round = 0; round < 4; ++round) {
        const QByteArrayList events = someEvents(vendor, random);
        QByteArray written = text.write(source, events);
        for (qint64 change = random.between(1, 2); change > 0; --change) {
            written[random.below(written.size())] =
                bytes[static_cast<std::size_t>(random.below(static_cast<qint64>(bytes.size())))];
        }
        const ReadFile read = readFile(source, written);
        const QStringList expected = read.description();
        QCOMPARE(readFile(source, written, 1 + random.below(20)).description(), expected);
        const bool isWhole = std::ranges::is_permutation(read.events, events);
        const bool isChanged = read.events.size() == events.size(); // to another event
        QVERIFY2(isWhole || isChanged || !read.errors.isEmpty() || !read.unreadable.isEmpty(),
                 written.constData());
    }
}

void ImportFormsTest::whatIsNoEventIsReportedWhereItIs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("events");
    QTest::addColumn<QStringList>("places");

    const QByteArray good = R"({"gid":"1","created_at":"2026-11-20T09:15:00Z"})";
    const auto row = [](const char *name, const QByteArray &text, int events, const QStringList &places) {
        QTest::newRow(name) << text << events << places;
    };
    row("a record with other text", good + "\n{\"_raw\":\"Nov 20 sshd\"}\n" + good, 2, {u"line 2"_s});
    row("a record with another event", good + "\n{\"_raw\":\"{\\\"a\\\":1}\"}\n" + good, 2, {u"line 2"_s});
    row("a document without the vendor's text", good + "\n{\"event\":{\"kind\":\"x\"}}\n" + good, 2,
        {u"line 2"_s});
    row("a record that is an event as well", "{\"_raw\":\"Nov 20 sshd\"," + good.sliced(1) + '\n' + good, 2,
        {});
    row("elements of a response on a line", good + "\n{\"data\":[" + good + ",{},7," + good + "]}\n", 3,
        {u"line 2"_s, u"line 2"_s});
    row("a broken element of a response on a line", good + "\n{\"data\":[" + good + ",tru," + good + "]}\n",
        3, {u"line 2"_s});
    row("a response on a line that is cut off", good + "\n{\"data\":[" + good + ",\n" + good, 3,
        {u"line 2"_s});
    row("an element of a response", "{\"data\":[" + good + ",{}]}", 1, {u"byte %1"_s.arg(10 + good.size())});
    row("a broken event among pretty ones", "{\n\"gid\":\n}\n" + pretty(good) + '\n' + pretty(good), 2,
        {u"line 1"_s});
    row("a broken event between pretty ones", pretty(good) + "\n{\n  \"gid\": tru\n}\n" + pretty(good), 2,
        {u"line 4"_s});
    row("a broken event, then one in the same line", pretty(good) + "\n{\n  \"gid\": tru\n}" + pretty(good),
        1, {u"line 4"_s});
    row("text between pretty events", pretty(good) + "\n-- \n" + pretty(good), 2, {u"line 4"_s});
    row("a byte that is no UTF-8 in a pretty event",
        pretty(good) + "\n{\n\"gid\":\"\xFF\"\n}\n" + pretty(good), 2, {u"line 4"_s});
    row("the beginning of a mark", pretty(good) + "\n\xEF\xBB", 1, {u"line 4"_s});
    const QByteArray empty = R"({"data":[],"next_page":null})";
    const QByteArray nothing = R"({"data":null})";
    row("responses without events", empty + '\n' + nothing + '\n' + good, 1, {});
    const QByteArray withList = R"({"gid":"1","created_at":"bad","data":[]})";
    const QByteArray withNull = R"({"gid":"1","created_at":"bad","data":null})";
    const QByteArray withoutId = R"({"created_at":"2026-11-20T09:15:00Z","data":[]})";
    row("events that cannot be read and have a field of the response's name",
        withList + '\n' + withNull + '\n' + withoutId + '\n' + good, 1,
        {u"line 1"_s, u"line 2"_s, u"line 3"_s});
    row("one such event alone", withList, 0, {u"line 1"_s});
    row("a pretty event that is cut off", pretty(good) + "\n{\n  \"gid\": ", 1, {u"line 4"_s});
}

void ImportFormsTest::whatIsNoEventIsReportedWhereItIs()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, events);
    QFETCH(const QStringList, places);
    for (const QByteArray &file : {text, gzip(text)}) {
        for (const qsizetype maxRead : {0, 1}) {
            const ReadFile read = readFile(*findSource(Vendor::Asana), file, maxRead);
            QCOMPARE(read.events.size(), events);
            QStringList found;
            for (const QString &row : read.unreadable)
                found.append(row.section(u':', 0, 0));
            QCOMPARE(found, places);
        }
    }
}

void ImportFormsTest::halfOfAPairInARecordIsReported_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("note"); // of the events
    QTest::addColumn<int>("texts"); // that are reported

    const auto record = [](const QByteArray &note, const QByteArray &time = "2026-11-20T09:15:00Z") {
        return QByteArray(R"({"_raw":"{\"gid\":\"1\",\"created_at\":\")" + time + R"(\",\"note\":\")" + note
                          + R"(\"}"})");
    };
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &note, int texts) {
        QTest::newRow(name) << text << note << texts;
    };
    row("the first half", record(R"(a\ud83db)"), "a\uFFFDb", 1);
    row("the second half", record(R"(a\ude00)"), "a\uFFFD", 1);
    row("halves in two records and several in one",
        record(R"(\ud83d\ud83d)") + '\n' + record("a") + '\n' + record(R"(\ude00\ud83d)"), "\uFFFD\uFFFD", 2);
    row("in a text that is no event", record(R"(\ud83d)", "never"), {}, 1);
    row("a pair", record(R"(\ud83d\ude00)"), "\U0001F600", 0);
    row("the character itself", record(R"(\ufffd)"), "\uFFFD", 0);
    row("in the escapes of the event, which are kept", record(R"(\\ud83d)"), R"(\ud83d)", 0);
    row("in a text that is not stored",
        R"({"_raw":"\ud83d","gid":"1","created_at":"2026-11-20T09:15:00Z","note":"a"})", "a", 0);
}

void ImportFormsTest::halfOfAPairInARecordIsReported()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, note);
    QFETCH(const int, texts);
    const ReadFile read = readFile(*findSource(Vendor::Asana), text);
    QCOMPARE(read.warnings.size(), texts > 0 ? 1 : 0);
    if (texts > 0) {
        const QString &warning = read.warnings.first();
        QVERIFY2(warning.startsWith(u"%1 text"_s.arg(texts)) && warning.contains("U+FFFD"_L1),
                 qPrintable(warning));
    }
    QCOMPARE(read.events.isEmpty(), note.isEmpty());
    const QByteArray quoted = '"' + note + '"';
    if (!note.isEmpty())
        QVERIFY2(read.events.first().contains(quoted), read.events.first().constData());
}

TRAILGLASS_TEST(ImportFormsTest)
#include "tst_importforms.moc"
