// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/coveragefile.h"
#include "models/evidence/manifest.h"
#include "models/merkle/sha256.h"
#include "tests/evidence/samplestore.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

BundleManifest sampleManifest()
{
    BundleManifest manifest = SampleStore::content().manifest;
    manifest.events = 3;
    manifest.first = UtcMicros{1};
    manifest.last = UtcMicros{2};
    manifest.interval = {UtcMicros{0}, UtcMicros{9}};
    manifest.gaps.push_back({u"jobs"_s, {UtcMicros{3}, UtcMicros{4}}});
    manifest.unreadable = 5;
    manifest.conflicting = 6;
    manifest.origin = QString::fromLatin1(SampleOrigin);
    manifest.size = 7;
    manifest.root = Sha256().add("root").finish();
    return manifest;
}

} // namespace

class ManifestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack();
    void whatIsUnknownIsNull();
    void manifestsOfOthersAreRefused_data();
    void manifestsOfOthersAreRefused();
    void damagedDetailsAreLeftOut();
    void coverageComesBack();
    void brokenCoverageIsRefused_data();
    void brokenCoverageIsRefused();
};

void ManifestTest::everythingComesBack()
{
    const BundleManifest manifest = sampleManifest();
    const QByteArray json = manifestJson(manifest);
    const auto read = parseManifest(json);
    QVERIFY(read);
    // What is written again is the same text, which has every member.
    QCOMPARE(manifestJson(*read), json);
    QCOMPARE(read->events, qint64{3});
}

void ManifestTest::whatIsUnknownIsNull()
{
    BundleManifest manifest = sampleManifest();
    manifest.first = {};
    manifest.last = {};
    manifest.caseText.clear();
    manifest.unknownGaps = u"The ledger is damaged."_s;
    const QByteArray json = manifestJson(manifest);
    QVERIFY(json.contains("\"case\": null"));
    QVERIFY(json.contains("\"first\": null"));
    QVERIFY(json.contains("\"gaps\": null"));
    const auto read = parseManifest(json);
    QVERIFY(read && !read->first && read->caseText.isEmpty() && read->gaps.empty());
    QCOMPARE(read->unknownGaps, manifest.unknownGaps);
}

void ManifestTest::manifestsOfOthersAreRefused_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("said");
    const QString none = u"is not the manifest"_s;
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("") << none;
    QTest::newRow("another format") << QByteArray("trailglass.evidence.1")
                                    << QByteArray("trailglass.evidence.2\xE2\x80\xAE")
                                    << u"the format “trailglass.evidence.2<U+202E>”"_s;
    QTest::newRow("no format") << QByteArray("\"format\"") << QByteArray("\"form\"") << none;
    QTest::newRow("no number of events")
        << QByteArray("\"count\": 3") << QByteArray("\"count\": \"3\"") << none;
    QTest::newRow("a negative number") << QByteArray("\"count\": 3") << QByteArray("\"count\": -3") << none;
    QTest::newRow("a fraction") << QByteArray("\"size\": 7") << QByteArray("\"size\": 7.5") << none;
    QTest::newRow("a number that is too large")
        << QByteArray("\"size\": 7") << QByteArray("\"size\": 1e300") << none;
    QTest::newRow("no root") << QByteArray("\"root\"") << QByteArray("\"Root\"") << none;
    QTest::newRow("no origin") << QByteArray("\"origin\"") << QByteArray("\"Origin\"") << none;
}

void ManifestTest::manifestsOfOthersAreRefused()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, said);
    QByteArray json = manifestJson(sampleManifest());
    QVERIFY(json.contains(before));
    json.replace(json.indexOf(before), before.size(), after);
    const auto read = parseManifest(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Malformed);
    QVERIFY2(read.error().message.contains(said), qPrintable(read.error().message));
}

void ManifestTest::damagedDetailsAreLeftOut()
{
    QByteArray json = manifestJson(sampleManifest());
    json.replace("\"from\": \"1970", "\"from\": \"9970-13");
    json.replace("\"by\": \"ann\"", "\"by\": [1]");
    const auto read = parseManifest(json);
    QVERIFY(read);
    QVERIFY(read->gaps.empty());
    QVERIFY(read->by.isEmpty());
    QCOMPARE(read->events, qint64{3});
}

void ManifestTest::coverageComesBack()
{
    const CoverageEntry open{.window = {{}, UtcMicros{5}}, .answered = UtcMicros{6}, .pages = 7};
    const CoverageEntry closed{.window = {UtcMicros{1}, {}}, .answered = UtcMicros{8}, .pages = 0};
    const QByteArray json = coverageFile({{u"a"_s, {open, closed}}, {u"b"_s, {}}});
    const auto read = parseCoverageFile(json);
    QVERIFY(read);
    QCOMPARE(read->size(), std::size_t{2});
    QCOMPARE(read->front().source, u"a"_s);
    QCOMPARE(read->front().entries.size(), std::size_t{2});
    QCOMPARE(read->front().entries[0].window, open.window);
    QCOMPARE(read->front().entries[1].window, closed.window);
    QCOMPARE(read->front().entries[0].pages, qint64{7});
    QCOMPARE(coverageFile(*read), json);
}

void ManifestTest::brokenCoverageIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &answered,
                        const QByteArray &pages) {
        QTest::newRow(name) << QByteArray("{\"sources\":[{\"source\":\"a\",\"asked\":[{\"from\":" + from
                                          + ",\"to\":null,\"answered\":" + answered + ",\"pages\":" + pages
                                          + "}]}]}");
    };
    const QByteArray time = "\"2026-11-30T10:00:00.000000Z\"";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no list") << QByteArray("{\"sources\":{}}");
    row("a start that is no time", "\"x\"", time, "1");
    row("a start that is a number", "1", time, "1");
    row("no time of the response", "null", "null", "1");
    row("negative pages", "null", time, "-1");
    row("too many pages", "null", time, "4294967296");
}

void ManifestTest::brokenCoverageIsRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY(!parseCoverageFile(json));
}

TRAILGLASS_TEST(ManifestTest)
#include "tst_manifest.moc"
