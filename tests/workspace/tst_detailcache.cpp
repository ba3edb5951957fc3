// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/framecodec.h"
#include "models/workspace/detailcache.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <random>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

using Key = DetailCache::Key;
using Entry = DetailCache::Entry;
using Damage = QByteArray (*)(QByteArray);

Entry entry(const QList<QByteArray> &pages)
{
    return {Noon, pages};
}

/// Bytes that cannot be packed.
QByteArray noise(qsizetype size, unsigned seed)
{
    std::mt19937 random(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

QByteArray packed(const QByteArray &plain)
{
    FrameCodec codec;
    const auto frame = codec.pack({plain.data(), static_cast<std::size_t>(plain.size())});
    return QByteArray(frame->data(), static_cast<qsizetype>(frame->size())).toBase64();
}

} // namespace

/// What was fetched beside events, in its file; what is in the place of the file may be anything.
class DetailCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void findsWhatItKept();
    void keepsApartSourcesAccountsAndEvents();
    void replacesAnEarlierEntry();
    void forgetsASource();
    void dropsTheOldestWhereThereIsNoRoom();
    void leavesOutWhatIsTooLarge();
    void isReadableForItsOwnerOnly();
    void takesADamagedFileForAnEmptyOne_data();
    void takesADamagedFileForAnEmptyOne();
    void readsNothingThroughWhatIsNoFile_data();
    void readsNothingThroughWhatIsNoFile();
    void doesNotUnpackABomb_data();
    void doesNotUnpackABomb();

private:
    [[nodiscard]] DetailCache cache() const { return DetailCache(m_folder->path()); }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"trailglass.sqlite.details"_s); }
    [[nodiscard]] QByteArray content() const;
    void write(const QByteArray &content) const;

    const Key m_key{SourceId{7}, "account", "event"};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void DetailCacheTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

QByteArray DetailCacheTest::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void DetailCacheTest::write(const QByteArray &content) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

void DetailCacheTest::findsWhatItKept()
{
    QVERIFY(!cache().find(m_key));
    const QByteArray odd = QByteArray("{\"a\":\"\xc3\xa9\n]}\"}") + QByteArray(1, '\0');
    VERIFY_RESULT(cache().keep(m_key, entry({"{}", odd})));
    const auto found = cache().find(m_key);
    QVERIFY(found);
    QCOMPARE(found->fetched.value, Noon.value);
    QCOMPARE(found->pages, (QList<QByteArray>{"{}", odd}));
}

void DetailCacheTest::keepsApartSourcesAccountsAndEvents()
{
    VERIFY_RESULT(cache().keep(m_key, entry({"1"})));
    QVERIFY(!cache().find({SourceId{8}, "account", "event"}));
    QVERIFY(!cache().find({SourceId{70}, "account", "event"}));
    QVERIFY(!cache().find({SourceId{7}, "other", "event"}));
    QVERIFY(!cache().find({SourceId{7}, "account", "other"}));
    QVERIFY(!cache().find({SourceId{7}, "accounte", "vent"}));
    VERIFY_RESULT(cache().keep({SourceId{7}, "account", "other"}, entry({"2"})));
    QCOMPARE(cache().find(m_key)->pages, QList<QByteArray>{"1"});
}

void DetailCacheTest::replacesAnEarlierEntry()
{
    VERIFY_RESULT(cache().keep(m_key, entry({"1"})));
    VERIFY_RESULT(cache().keep(m_key, entry({"2"})));
    QCOMPARE(cache().find(m_key)->pages, QList<QByteArray>{"2"});
    QCOMPARE(content().count('\n'), 1);
}

void DetailCacheTest::forgetsASource()
{
    VERIFY_RESULT(cache().forget(m_key.source)); // nothing is there
    QVERIFY(!QFile::exists(path()));
    const Key other{SourceId{70}, "account", "event"};
    for (const Key &key : {m_key, other, Key{SourceId{7}, "account", "second"}})
        VERIFY_RESULT(cache().keep(key, entry({"{}"})));
    VERIFY_RESULT(cache().forget(m_key.source));
    QVERIFY(!cache().find(m_key));
    QVERIFY(cache().find(other));
    QCOMPARE(content().count('\n'), 1);
}

void DetailCacheTest::dropsTheOldestWhereThereIsNoRoom()
{
    const auto key = [](int number) {
        return Key{SourceId{7}, "account", "event " + std::to_string(number)};
    };
    for (int number = 0; number < 5; ++number)
        VERIFY_RESULT(
            cache().keep(key(number), entry({noise(3 * 1024 * 1024, static_cast<unsigned>(number))})));
    QVERIFY(QFileInfo(path()).size() <= DetailCache::MaxBytes);
    QVERIFY(!cache().find(key(0)));
    QVERIFY(cache().find(key(4)) && cache().find(key(3)));
}

void DetailCacheTest::leavesOutWhatIsTooLarge()
{
    VERIFY_RESULT(cache().keep(m_key, entry({"1"})));
    const Key large{SourceId{7}, "account", "large"};
    VERIFY_RESULT(cache().keep(large, entry({noise(DetailCache::MaxBytes / 2, 1)})));
    QVERIFY(!cache().find(large));
    QVERIFY(cache().find(m_key));
}

void DetailCacheTest::isReadableForItsOwnerOnly()
{
    VERIFY_RESULT(cache().keep(m_key, entry({"1"})));
    constexpr auto OfOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path()) & OfOthers));
}

void DetailCacheTest::takesADamagedFileForAnEmptyOne_data()
{
    QTest::addColumn<Damage>("damage");
    const auto row = [](const char *name, Damage damage) {
        QTest::newRow(name) << damage;
    };
    row("empty", [](QByteArray) { return QByteArray(); });
    row("cut off", [](QByteArray content) { return content.left(content.size() / 2); });
    row("a byte of the frame",
        [](QByteArray content) -> QByteArray { return content.replace(content.size() - 12, 1, "!"); });
    row("no time", [](QByteArray content) -> QByteArray { return content.replace("2026", "year"); });
    row("no pages",
        [](QByteArray content) -> QByteArray { return content.left(content.indexOf('[') + 1) + "]}\n"; });
    row("numbers for pages", [](QByteArray content) -> QByteArray {
        return content.left(content.indexOf('[') + 1) + "1,null,{}]}\n";
    });
    row("not JSON",
        [](QByteArray content) -> QByteArray { return content.left(content.indexOf('[')) + "]}\n"; });
    row("noise", [](QByteArray) { return noise(100'000, 1); });
    row("too large",
        [](QByteArray content) -> QByteArray { return content + QByteArray(DetailCache::MaxBytes, '\n'); });
}

void DetailCacheTest::takesADamagedFileForAnEmptyOne()
{
    QFETCH(Damage, damage);
    VERIFY_RESULT(cache().keep(m_key, entry({R"({"some":"words, some more words"})"})));
    write(damage(content()));
    QVERIFY(!cache().find(m_key));
    VERIFY_RESULT(cache().forget(SourceId{1}));
    VERIFY_RESULT(cache().keep(m_key, entry({"again"})));
    QCOMPARE(cache().find(m_key)->pages, QList<QByteArray>{"again"});
}

void DetailCacheTest::readsNothingThroughWhatIsNoFile_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"link", "link to nothing", "pipe", "folder", "second name"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void DetailCacheTest::readsNothingThroughWhatIsNoFile()
{
    QFETCH(QString, kind);
    VERIFY_RESULT(cache().keep(m_key, entry({"1"})));
    const QString precious = m_folder->filePath(u"precious"_s);
    QVERIFY(QFile::rename(path(), precious)); // what a link leads to would even be readable
    const QByteArray target = QFile::encodeName(precious);
    const QByteArray place = QFile::encodeName(path());
    if (kind == "link"_L1)
        QCOMPARE(::symlink(target.constData(), place.constData()), 0);
    else if (kind == "link to nothing"_L1)
        QCOMPARE(::symlink("nothing", place.constData()), 0);
    else if (kind == "pipe"_L1)
        QCOMPARE(::mkfifo(place.constData(), 0600), 0);
    else if (kind == "folder"_L1)
        QCOMPARE(::mkdir(place.constData(), 0700), 0);
    else
        QCOMPARE(::link(target.constData(), place.constData()), 0);
    const QByteArray before = [&precious] {
        QFile file(precious);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();

    // A second name shows nothing that is not ours; only writing to it could change another file.
    QCOMPARE(cache().find(m_key).has_value(), kind == "second name"_L1);
    const Result<void> kept = cache().keep(m_key, entry({"2"}));
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::Storage);
    QVERIFY2(kept.error().message.contains(path()), qPrintable(kept.error().message));
    QFile file(precious);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
    QVERIFY(!QFile::exists(m_folder->filePath(u"nothing"_s)));
}

void DetailCacheTest::doesNotUnpackABomb_data()
{
    QTest::addColumn<QList<QByteArray>>("pages");
    const QByteArray bomb = packed(QByteArray(qsizetype(64) * 1024 * 1024, 'x')); // some kilobytes
    const QByteArray part = packed(QByteArray(qsizetype(20) * 1024 * 1024, 'x'));
    QTest::newRow("one page") << QList<QByteArray>{bomb};
    QTest::newRow("in parts") << QList<QByteArray>{part, part};
    QTest::newRow("many pages") << QList<QByteArray>(1'000, packed("{}"));
}

void DetailCacheTest::doesNotUnpackABomb()
{
    QFETCH(QList<QByteArray>, pages);
    VERIFY_RESULT(cache().keep(m_key, entry({"{}"})));
    const QByteArray before = content();
    write(before.left(before.indexOf('[') + 1) + '"' + pages.join("\",\"") + "\"]}\n");
    QVERIFY(QFileInfo(path()).size() < DetailCache::MaxBytes);
    QVERIFY(!cache().find(m_key));
}

TRAILGLASS_TEST(DetailCacheTest)
#include "tst_detailcache.moc"
