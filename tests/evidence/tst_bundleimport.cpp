// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/bundleimport.h"
#include "models/evidence/bundlemembers.h"
#include "models/evidence/bundleverifier.h"
#include "models/store/eventreader.h"
#include "tests/evidence/bundlefile.h"
#include "tests/evidence/samplestore.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <memory>
#include <string>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class BundleImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aWorkspaceHasTheEventsOfTheBundle();
    void coverageIsKnown();
    void anUnverifiedBundleIsNotOpened();
    void aBundleThatChangedSinceIsRefused();
    void whatCannotBeStoredIsRefused_data();
    void whatCannotBeStoredIsRefused();
    void eventsWithBrokenJsonAreLeftOut();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] BundleVerdict checkedBundle() const
    {
        const auto verdict = verifyBundle(path(u"b.zip"_s), {}, {});
        return verdict ? *verdict : BundleVerdict{.problems = {BundleProblem{}}};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void BundleImportTest::aWorkspaceHasTheEventsOfTheBundle()
{
    SampleStore store(120);
    QVERIFY(store.write(path(u"b.zip"_s), store.rows(3)));
    const auto imported = importBundle(path(u"b.zip"_s), checkedBundle(), path(u"workspace"_s), {});
    VERIFY_RESULT(imported);
    QCOMPARE(*imported, (ImportedBundle{.events = 40, .leftOut = 0}));

    const auto reader = EventReader::open(path(u"workspace"_s));
    VERIFY_RESULT(reader);
    std::map<std::string, EventRecord> stored;
    for (EventRecord &record : allEvents(**reader))
        stored.emplace(record.event.id, record);
    QCOMPARE(stored.size(), std::size_t{40});
    RowId last;
    for (const EventRecord &record : store.events()) {
        const auto found = stored.find(record.event.id);
        if (found == stored.end())
            continue;
        const EventRecord &copy = found->second;
        QCOMPARE(copy.source, record.source);
        QCOMPARE(copy.vendor, record.vendor);
        QCOMPARE(copy.received, record.received);
        QCOMPARE(copy.event.created, record.event.created);
        QCOMPARE(copy.event.raw, record.event.raw);
        QCOMPARE(copy.event.message, record.event.message);
        QVERIFY(copy.event.actor == record.event.actor);
        QVERIFY2(copy.row > last, "not in the order of the tree");
        last = copy.row;
    }
}

void BundleImportTest::coverageIsKnown()
{
    SampleStore store(10);
    QVERIFY(store.write(path(u"b.zip"_s), store.rows()));
    VERIFY_RESULT(importBundle(path(u"b.zip"_s), checkedBundle(), path(u"workspace"_s), {}));
    const auto reader = EventReader::open(path(u"workspace"_s));
    VERIFY_RESULT(reader);
    const auto source = (*reader)->source(u"jobs"_s);
    VERIFY_RESULT(source);
    QVERIFY(source->settings.isEmpty() && source->secrets.isEmpty());
    const auto coverage = (*reader)->coverage(source->id);
    VERIFY_RESULT(coverage);
    QCOMPARE(coverage->size(), std::size_t{1});
    QCOMPARE(coverage->front().pages, qint64{2});
}

void BundleImportTest::anUnverifiedBundleIsNotOpened()
{
    SampleStore store(5);
    QVERIFY(store.write(path(u"b.zip"_s), store.rows()));
    BundleVerdict verdict = checkedBundle();
    verdict.problems.push_back({.sentence = u"Event 1 was changed."_s});
    const auto imported = importBundle(path(u"b.zip"_s), verdict, path(u"workspace"_s), {});
    VERIFY_REFUSED(imported, ErrorKind::Usage, u"Event 1 was changed."_s);
    QVERIFY(!QFile::exists(path(u"workspace"_s)));
}

void BundleImportTest::aBundleThatChangedSinceIsRefused()
{
    SampleStore store(5);
    QVERIFY(store.write(path(u"b.zip"_s), store.rows()));
    const BundleVerdict verdict = checkedBundle();
    QVERIFY(verdict.isVerified());
    BundleFiles files = unpackedBundle(path(u"b.zip"_s));
    files[BundleMembers::Events].replace("\"Ann\"", "\"Bob\"");
    QVERIFY(writeBytes(path(u"b.zip"_s), packedBundle(files)));
    VERIFY_REFUSED(importBundle(path(u"b.zip"_s), verdict, path(u"workspace"_s), {}), ErrorKind::Rejected,
                   u"was changed while"_s);
}

void BundleImportTest::whatCannotBeStoredIsRefused_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("a name with a line feed") << QByteArray("a\nb");
    QTest::newRow("a very long name") << QByteArray(500, 'x');
}

/// A bundle can be rightly signed and hold what no workspace of this program holds.
void BundleImportTest::whatCannotBeStoredIsRefused()
{
    QFETCH(QByteArray, source);
    SampleStore store(4, source.toStdString());
    QVERIFY(store.write(path(u"b.zip"_s), store.rows()));
    const BundleVerdict verdict = checkedBundle();
    QVERIFY(verdict.isVerified());
    VERIFY_REFUSED(importBundle(path(u"b.zip"_s), verdict, path(u"workspace"_s), {}), ErrorKind::Malformed,
                   u"a source that cannot be stored"_s);
}

void BundleImportTest::eventsWithBrokenJsonAreLeftOut()
{
    SampleStore store(4, "jobs", "{\"a\":}");
    QVERIFY(store.write(path(u"b.zip"_s), store.rows()));
    const BundleVerdict verdict = checkedBundle();
    QVERIFY(verdict.isVerified());
    const auto imported = importBundle(path(u"b.zip"_s), verdict, path(u"workspace"_s), {});
    VERIFY_RESULT(imported);
    QCOMPARE(*imported, (ImportedBundle{.events = 3, .leftOut = 1}));
}

TRAILGLASS_TEST(BundleImportTest)
#include "tst_bundleimport.moc"
