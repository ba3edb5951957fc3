// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/bundlemembers.h"
#include "models/evidence/bundleverifier.h"
#include "models/evidence/bundlewriter.h"
#include "tests/evidence/bundlefile.h"
#include "tests/evidence/samplestore.h"
#include "tests/merkle/samplekeys.h"
#include "tests/runner/testclass.h"
#include "tests/support/filesizelimit.h"
#include "tests/support/nomorethreads.h"
#include "tests/support/random.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <algorithm>
#include <memory>
#include <string>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Text that hardly gets smaller when it is packed.
std::string noise(std::size_t size)
{
    static Support::Random random(1);
    std::string text(size, ' ');
    std::ranges::generate(text, [] { return static_cast<char>('0' + random.below(64)); });
    return text;
}

/// A tree with more records of another source than anybody would wait for.
class EndlessTree final : public EvidenceTree
{
public:
    static constexpr qint64 Size = qint64(1) << 40;

    explicit EndlessTree(EvidenceTree &tree)
        : m_tree(tree)
    {
        m_waited.start();
    }

    Result<std::optional<LeafPlace>> placeOf(RowId row) override { return m_tree.placeOf(row); }
    Result<Digest> hashOf(const Subtree &part) override { return m_tree.hashOf(part); }
    Result<std::vector<TreeRecord>> records(const QString &kind, qint64 first, int limit) override
    {
        constexpr qint64 Patience = 60'000; // milliseconds
        if (kind != u"quarantined"_s)
            return m_tree.records(kind, first, limit);
        if (m_waited.hasExpired(Patience))
            return Error{.kind = ErrorKind::Internal, .message = u"nobody has stopped"_s};
        std::vector<TreeRecord> records;
        for (qint64 leaf = first; leaf < first + limit; ++leaf)
            records.push_back({leaf, "quarantined", R"({"kind":"quarantined","source":"stranger"})"});
        return records;
    }

private:
    EvidenceTree &m_tree;
    QElapsedTimer m_waited;
};

} // namespace

class BundleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void bothVerifiersAccept_data();
    void bothVerifiersAccept();
    void theFilesAreWhatTheySay();
    void theSameQuestionGivesTheSameBytes();
    void theBytesAreTheSameWhereNoThreadStarts();
    void membersHaveNoTimesAndNoExtraFields();
    void aGivenKeyIsCompared();
    void saysWhetherTheWholeTreeIsThere();
    void anAlteredEventMakesNoBundle();
    void anEventAfterTheCheckpointMakesNoBundle();
    void aCancelledBundleLeavesNothing();
    void aFullDiskLeavesNothing();
    void aDiskThatIsFullWhilePackingEndsAll();
    void aFileInUseIsKept();
    void anExistingFileIsReplacedOnlyByAWholeOne();
    void rowsThatAreGoneTakeTheStatementBack();
    void writesCountsInGroupsOfDigits();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList filesThere() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void BundleTest::bothVerifiersAccept_data()
{
    QTest::addColumn<qint64>("events");
    QTest::addColumn<qint64>("step");
    QTest::newRow("every event") << qint64{23} << qint64{1};
    QTest::newRow("every third event") << qint64{23} << qint64{3};
    QTest::newRow("one event") << qint64{64} << qint64{64};
    QTest::newRow("no events") << qint64{0} << qint64{1};
    QTest::newRow("several pages") << qint64{2100} << qint64{2};
}

void BundleTest::bothVerifiersAccept()
{
    QFETCH(qint64, events);
    QFETCH(qint64, step);
    SampleStore store(events);
    const auto written = store.write(path(u"b.zip"_s), store.rows(step));
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    const auto verdict = verifyBundle(path(u"b.zip"_s), {}, {});
    QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().message));
    QVERIFY2(verdict->isVerified(), qPrintable(verdictSentences(*verdict).join(u'\n')));
    QCOMPARE(verdict->manifest->events, written->manifest.events);
    QCOMPARE(verdict->checkpoint->size, store.treeSize());
    QCOMPARE(verdict->leaves, written->leaves);
    QVERIFY(!verdict->isOfGivenKey);
    const ScriptVerdict script = verifiedByScript(path(u"b.zip"_s));
    QVERIFY2(script.exitCode == 0, script.output.constData());
    QVERIFY2(script.output.startsWith(
                 QByteArray("VERIFIED: " + QByteArray::number(written->manifest.events) + " events")),
             script.output.constData());
}

void BundleTest::theFilesAreWhatTheySay()
{
    SampleStore store(10);
    const auto written = store.write(path(u"b.zip"_s), store.rows());
    QVERIFY(written);
    const BundleFiles files = unpackedBundle(path(u"b.zip"_s));
    QCOMPARE(files.size(), std::size_t{14});
    QCOMPARE(files.at(BundleMembers::Events).count('\n'), 10);
    QVERIFY(files.at(BundleMembers::Csv).contains("'=1+1")); // the formula guard
    QCOMPARE(files.at(BundleMembers::Quarantine).count('\n'), 2); // of one source alone
    QCOMPARE(files.at(BundleMembers::Marks).count('\n'), 2); // of events of the bundle
    QCOMPARE(files.at(BundleMembers::Review).count('\n'), 1);
    QCOMPARE(files.at(BundleMembers::History).count('\n'), 3);
    QCOMPARE(files.at(BundleMembers::Key), publicKeyPem(sampleKey(1).publicKey()));
    const QByteArray readme = files.at(BundleMembers::Readme);
    QVERIFY(readme.contains(sampleVerifier(QString::fromLatin1(SampleOrigin), 1).text().toUtf8()));
    QVERIFY(readme.contains("sha256sum -c SHA256SUMS"));
    QVERIFY(readme.contains("share/trailglass/verify_evidence.py"));
    for (const BundleMembers::Rule &rule : BundleMembers::rules()) {
        const bool isItself = rule.name == QByteArray(BundleMembers::Readme);
        QVERIFY2(isItself || readme.contains(QByteArray('\n' + QByteArray(rule.name) + ' ')), rule.name);
    }
    const BundleManifest &manifest = written->manifest;
    QCOMPARE(manifest.unreadable, qint64{1});
    QCOMPARE(manifest.conflicting, qint64{1});
    QCOMPARE(manifest.sources[0].events + manifest.sources[1].events, qint64{10});
    QCOMPARE(manifest.first, std::optional(store.events().front().event.created));
    QCOMPARE(manifest.last, std::optional(store.events().back().event.created));
    QVERIFY(manifest.statesCompleteness);
    QCOMPARE(files.at(BundleMembers::Manifest), manifestJson(manifest));
}

void BundleTest::theSameQuestionGivesTheSameBytes()
{
    SampleStore store(50);
    QVERIFY(store.write(path(u"a.zip"_s), store.rows(2)));
    SampleStore again(50);
    QVERIFY(again.write(path(u"b.zip"_s), again.rows(2)));
    QCOMPARE(bytesOf(path(u"a.zip"_s)), bytesOf(path(u"b.zip"_s)));

    BundleContent later = SampleStore::content();
    later.manifest.made = later.manifest.made + 1;
    QVERIFY(store.write(path(u"c.zip"_s), store.rows(2), 1, later));
    BundleFiles first = unpackedBundle(path(u"a.zip"_s));
    BundleFiles second = unpackedBundle(path(u"c.zip"_s));
    for (const char *const name : {BundleMembers::Manifest, BundleMembers::Sums, BundleMembers::Signature}) {
        QVERIFY(first.at(name) != second.at(name));
        first.erase(name);
        second.erase(name);
    }
    QVERIFY(first == second);
}

void BundleTest::theBytesAreTheSameWhereNoThreadStarts()
{
    SampleStore store(2100);
    QVERIFY(store.write(path(u"a.zip"_s), store.rows()));
    {
        const Support::NoMoreThreads limit;
        QVERIFY(store.write(path(u"b.zip"_s), store.rows()));
    }
    QCOMPARE(bytesOf(path(u"a.zip"_s)), bytesOf(path(u"b.zip"_s)));
}

void BundleTest::membersHaveNoTimesAndNoExtraFields()
{
    SampleStore store(5);
    QVERIFY(store.write(path(u"b.zip"_s), store.rows()));
    const QByteArray bytes = bytesOf(path(u"b.zip"_s));
    qsizetype place = bytes.indexOf("PK\x01\x02");
    for (const BundleMembers::Rule &rule : BundleMembers::rules()) {
        if (!rule.isRequired)
            continue;
        const char *const entry = bytes.constData() + place;
        QCOMPARE(QByteArray(entry, 4), QByteArray("PK\x01\x02"));
        QCOMPARE(qFromLittleEndian<quint16>(entry + 12), quint16{0});
        QCOMPARE(qFromLittleEndian<quint16>(entry + 14), quint16{0x21}); // 1980-01-01
        QCOMPARE(qFromLittleEndian<quint16>(entry + 30), quint16{0});
        const quint16 nameSize = qFromLittleEndian<quint16>(entry + 28);
        QCOMPARE(QByteArray(entry + 46, nameSize), QByteArray(rule.name));
        place += 46 + nameSize;
    }
    QCOMPARE(bytes.sliced(place, 4), QByteArray("PK\x05\x06"));
    QCOMPARE(QFile::permissions(path(u"b.zip"_s)) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void BundleTest::aGivenKeyIsCompared()
{
    SampleStore store(5);
    QVERIFY(store.write(path(u"b.zip"_s), store.rows(), 2));
    const auto right = verifyBundle(path(u"b.zip"_s), sampleKey(2).publicKey(), {});
    QVERIFY(right && right->isVerified() && right->isOfGivenKey);
    QVERIFY(!verdictSentences(*right).join(u' ').contains(u"unknown"_s));
    const auto wrong = verifyBundle(path(u"b.zip"_s), sampleKey(3).publicKey(), {});
    QVERIFY(wrong && !wrong->isVerified());
    QCOMPARE(faultName(wrong->problems.front().fault), u"other_key"_s);
    for (const int key : {2, 3}) {
        const QString text = sampleVerifier(u"name"_s, key).text();
        QVERIFY(writeBytes(path(u"key.pem"_s), publicKeyPem(sampleKey(key).publicKey())));
        for (const QString &given : {text, path(u"key.pem"_s)}) {
            const auto read = readGivenKey(given, {});
            QVERIFY(read && *read == sampleKey(key).publicKey());
            QCOMPARE(verifiedByScript(path(u"b.zip"_s), given).exitCode, key == 2 ? 0 : 1);
        }
    }
    for (const QString &noKey : {u"nonsense"_s, path(u"b.zip"_s)}) {
        const ScriptVerdict refused = verifiedByScript(path(u"b.zip"_s), noKey);
        QVERIFY2(refused.exitCode == 2, refused.output.constData());
    }
    QCOMPARE(readGivenKey(u"nonsense"_s, {}).error().kind, ErrorKind::Usage);
    QCOMPARE(readGivenKey(path(u"b.zip"_s), {}).error().kind, ErrorKind::Usage);
}

void BundleTest::saysWhetherTheWholeTreeIsThere()
{
    SampleStore store(6);
    BundleContent content = SampleStore::content();
    content.quarantineSources.append(u"another"_s);
    QVERIFY(store.write(path(u"b.zip"_s), store.rows(), 1, content));
    auto verdict = verifyBundle(path(u"b.zip"_s), {}, {});
    QVERIFY(verdict && verdict->isVerified());
    // Without a coverage record, and a mark on an event that there is not.
    QCOMPARE(verdict->leaves, store.treeSize() - 2);
    QVERIFY(!verdict->isWholeTree());
    QVERIFY(verdictSentences(*verdict).last().contains(u"not proved"_s));
    verdict->leaves += 2;
    QVERIFY(verdict->isWholeTree());
    QVERIFY(verdictSentences(*verdict).last().startsWith(u"Every leaf"_s));
}

void BundleTest::anAlteredEventMakesNoBundle()
{
    SampleStore store(20);
    store.event(RowId{5}).event.raw += ' ';
    const auto written = store.write(path(u"b.zip"_s), store.rows());
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Storage);
    QVERIFY2(written.error().message.contains(u"verify workspace"), qPrintable(written.error().message));
    QVERIFY(filesThere().isEmpty());
}

void BundleTest::anEventAfterTheCheckpointMakesNoBundle()
{
    SampleStore store(20);
    const MemoryResult result(RowId{20}, store.rows());
    const BundleContent content = SampleStore::content();
    const BundleSeal seal = store.seal(1, 10);
    const auto written =
        writeBundle(path(u"b.zip"_s), {},
                    {.rows = result, .records = store, .tree = store, .content = content, .seal = seal});
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(u"after the checkpoint"), qPrintable(written.error().message));
    QVERIFY(filesThere().isEmpty());
}

void BundleTest::aCancelledBundleLeavesNothing()
{
    SampleStore store(3000);
    const MemoryResult result(RowId{3000}, store.rows());
    const BundleContent content = SampleStore::content();
    const BundleSeal seal = store.seal();
    CancelSource cancelling;
    const auto written = writeBundle(path(u"b.zip"_s), {},
                                     {.rows = result,
                                      .records = store,
                                      .tree = store,
                                      .content = content,
                                      .seal = seal,
                                      .cancel = cancelling.token(),
                                      .progress = [&cancelling](qint64) {
                                          cancelling.cancel();
                                      }});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Cancelled);
    QVERIFY(filesThere().isEmpty());
}

void BundleTest::aFullDiskLeavesNothing()
{
    SampleStore store(20);
    const auto written = store.write(u"/dev/full"_s, store.rows());
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::DiskFull);
    QVERIFY2(written.error().message.contains(u"disk is full"), qPrintable(written.error().message));
}

/// Each of the two largest members fits, and their archive does not: the others are not made to their end first.
void BundleTest::aDiskThatIsFullWhilePackingEndsAll()
{
    constexpr qint64 Events = 40;
    SampleStore store(Events);
    for (qint64 row = 1; row <= Events; ++row)
        store.event(RowId{row}).event.message = noise(8192);
    QVERIFY(store.write(path(u"whole.zip"_s), store.rows()));
    const BundleFiles files = unpackedBundle(path(u"whole.zip"_s));
    const qsizetype largest =
        std::max(files.at(BundleMembers::Events).size(), files.at(BundleMembers::Csv).size());
    const qint64 whole = QFileInfo(path(u"whole.zip"_s)).size();
    QVERIFY2(whole > largest + 64 * 1024, "both members together have to be larger than each of them");

    EndlessTree tree(store);
    const MemoryResult result(RowId{Events}, store.rows());
    const BundleContent content = SampleStore::content();
    BundleSeal seal = store.seal();
    seal.checkpoint.size = EndlessTree::Size;
    const Support::FileSizeLimit limit((largest + whole) / 2);
    const auto written =
        writeBundle(path(u"b.zip"_s), {},
                    {.rows = result, .records = store, .tree = tree, .content = content, .seal = seal});
    QVERIFY(!written);
    QVERIFY2(written.error().kind == ErrorKind::DiskFull, qPrintable(written.error().message));
    QVERIFY2(written.error().message.startsWith(path(u"b.zip"_s)), qPrintable(written.error().message));
    QCOMPARE(filesThere(), QStringList{u"whole.zip"_s});
}

void BundleTest::aFileInUseIsKept()
{
    SampleStore store(2);
    QVERIFY(writeBytes(path(u"used"_s), "old"));
    const MemoryResult result(RowId{2}, store.rows());
    const BundleContent content = SampleStore::content();
    const BundleSeal seal = store.seal();
    const auto written =
        writeBundle(path(u"used"_s), {path(u"used"_s)},
                    {.rows = result, .records = store, .tree = store, .content = content, .seal = seal});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Usage);
    QCOMPARE(bytesOf(path(u"used"_s)), QByteArray("old"));
}

void BundleTest::anExistingFileIsReplacedOnlyByAWholeOne()
{
    SampleStore store(4);
    QVERIFY(writeBytes(path(u"b.zip"_s), "old"));
    BundleContent content = SampleStore::content();
    content.coverage = [](const std::optional<TimeWindow> &) -> Result<BundleCoverage> {
        return Error{.kind = ErrorKind::Storage, .message = u"The ledger is damaged."_s};
    };
    const auto failed = store.write(path(u"b.zip"_s), store.rows(), 1, content);
    QVERIFY(!failed);
    QCOMPARE(bytesOf(path(u"b.zip"_s)), QByteArray("old"));
    QCOMPARE(filesThere(), QStringList{u"b.zip"_s});
    QVERIFY(store.write(path(u"b.zip"_s), store.rows()));
    QVERIFY(bytesOf(path(u"b.zip"_s)).startsWith("PK"));
    QCOMPARE(filesThere(), QStringList{u"b.zip"_s});
}

void BundleTest::rowsThatAreGoneTakeTheStatementBack()
{
    SampleStore store(8);
    store.lose(RowId{3});
    const auto written = store.write(path(u"b.zip"_s), store.rows());
    QVERIFY(written);
    QCOMPARE(written->manifest.events, qint64{7});
    QVERIFY(!written->manifest.statesCompleteness);
    const auto verdict = verifyBundle(path(u"b.zip"_s), {}, {});
    QVERIFY(verdict && verdict->isVerified());
    QVERIFY(verdictSentences(*verdict).join(u' ').contains(u"does not state"_s));
}

/// As all other counts that people read.
void BundleTest::writesCountsInGroupsOfDigits()
{
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    BundleVerdict verdict;
    verdict.manifest = BundleManifest();
    verdict.manifest->events = 1'573;
    verdict.leaves = 12'345;
    const QStringList sentences = verdictSentences(verdict);
    QVERIFY2(sentences.first().contains(u"(1,573)"_s), qPrintable(sentences.first()));
    QVERIFY2(sentences.last().contains(u"12,345 of the leaves"_s), qPrintable(sentences.last()));
}

TRAILGLASS_TEST(BundleTest)
#include "tst_bundle.moc"
