// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/referenceapprovals.h"
#include "tests/credentials/filedsecrets.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

using Kind = SecretReference::Kind;
using Uses = QList<ReferenceUse>;

ReferenceUse useOf(const QString &variable, const char *url = "https://api.example.com")
{
    return {.workspace = u"w1"_s,
            .source = u"work"_s,
            .type = u"asana"_s,
            .origin = originOf(url),
            .key = u"access_token"_s,
            .reference = {Kind::Environment, variable}};
}

} // namespace

class ReferenceApprovalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void approvesNothingByItself();
    void remembersWhatIsApprovedAndNothingElse_data();
    void remembersWhatIsApprovedAndNothingElse();
    void addsToWhatIsApproved();
    void keepsTheLastThousand();
    void isPrivateAndWhole();
    void countsNothingInAFileThatCannotBeTrusted_data();
    void countsNothingInAFileThatCannotBeTrusted();
    void isNotWrittenUnderAnotherName_data();
    void isNotWrittenUnderAnotherName();
    void saysWhereItCouldNotWrite();
    void isPlainAboutHostileNames();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"config/approvals.json"_s); }
    [[nodiscard]] Uses unapproved(const Uses &uses) const
    {
        return ReferenceApprovals(path()).unapproved(uses).value(); // as another program would
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ReferenceApprovalsTest::approvesNothingByItself()
{
    const Uses uses{useOf(u"A"_s), useOf(u"B"_s)};
    QCOMPARE(unapproved(uses), uses);
    QCOMPARE(unapproved({}), Uses());
    QVERIFY(ReferenceApprovals(path()).approve({}));
    QVERIFY(!QFile::exists(path()));
}

void ReferenceApprovalsTest::remembersWhatIsApprovedAndNothingElse_data()
{
    QTest::addColumn<ReferenceUse>("use");
    const auto with = [](auto change) {
        ReferenceUse use = useOf(u"TOKEN"_s);
        change(use);
        return use;
    };
    QTest::newRow("variable") << useOf(u"TOKEN2"_s);
    QTest::newRow("file of that name") << with([](ReferenceUse &use) {
        use.reference = {Kind::File, u"/TOKEN"_s};
    });
    QTest::newRow("host") << useOf(u"TOKEN"_s, "https://api.example.org");
    QTest::newRow("port") << useOf(u"TOKEN"_s, "https://api.example.com:444");
    QTest::newRow("scheme") << useOf(u"TOKEN"_s, "http://api.example.com");
    QTest::newRow("workspace") << with([](ReferenceUse &use) { use.workspace = u"w2"_s; });
    QTest::newRow("source") << with([](ReferenceUse &use) { use.source = u"Work"_s; });
    QTest::newRow("type") << with([](ReferenceUse &use) { use.type = u"secoda"_s; });
    QTest::newRow("credential") << with([](ReferenceUse &use) { use.key = u"api_key"_s; });
}

void ReferenceApprovalsTest::remembersWhatIsApprovedAndNothingElse()
{
    QFETCH(ReferenceUse, use);
    const ReferenceUse approved = useOf(u"TOKEN"_s);
    QVERIFY(ReferenceApprovals(path()).approve({approved}));
    QCOMPARE(unapproved({approved, use}), Uses{use});
    QVERIFY(ReferenceApprovals(path()).approve({use}));
    QCOMPARE(unapproved({approved, use}), Uses());
}

void ReferenceApprovalsTest::addsToWhatIsApproved()
{
    const ReferenceUse nowhere = useOf(u"A"_s, "");
    ReferenceUse nobody = useOf(u"A"_s);
    nobody.workspace.clear();
    QVERIFY(ReferenceApprovals(path()).approve({useOf(u"A"_s)}));
    QVERIFY(ReferenceApprovals(path()).approve({useOf(u"B"_s), useOf(u"A"_s)}));
    QCOMPARE(unapproved({useOf(u"A"_s), useOf(u"B"_s), nowhere, nobody}), (Uses{nowhere, nobody}));
}

void ReferenceApprovalsTest::keepsTheLastThousand()
{
    Uses uses;
    for (qsizetype i = 0; i < ReferenceApprovals::MaxApprovals; ++i)
        uses.append(useOf(u"A%1"_s.arg(i)));
    QVERIFY(ReferenceApprovals(path()).approve(uses));
    QCOMPARE(unapproved(uses), Uses());
    QVERIFY(ReferenceApprovals(path()).approve({uses.first()})); // it is used, and so the last now
    QVERIFY(ReferenceApprovals(path()).approve({useOf(u"B"_s)}));
    QCOMPARE(unapproved(uses + Uses{useOf(u"B"_s)}), Uses{uses[1]});
}

void ReferenceApprovalsTest::isPrivateAndWhole()
{
    const mode_t before = ::umask(0);
    const auto approved = ReferenceApprovals(path()).approve({useOf(u"A"_s)});
    ::umask(before);
    QVERIFY(approved);
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(static_cast<int>(status.st_mode & 07777), 0600);
    QCOMPARE(QDir(m_folder->filePath(u"config"_s)).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"approvals.json"_s});
}

void ReferenceApprovalsTest::countsNothingInAFileThatCannotBeTrusted_data()
{
    QTest::addColumn<QByteArray>("content"); // empty: as it was
    QTest::addColumn<int>("mode");
    QTest::newRow("cut") << QByteArray("{\"version\":1,\"approved\":[{") << 0600;
    QTest::newRow("no JSON") << QByteArray("approve everything") << 0600;
    QTest::newRow("another version") << QByteArray("{\"version\":2,\"approved\":[]}") << 0600;
    QTest::newRow("no list") << QByteArray("{\"version\":1,\"approved\":true}") << 0600;
    QTest::newRow("an entry that is none") << QByteArray("{\"version\":1,\"approved\":[1]}") << 0600;
    QTest::newRow("an origin that is none") << QByteArray(
        R"({"version":1,"approved":[{"workspace":"w1","source":"work","type":"asana","key":"access_token",)"
        R"("origin":"https://api.example.com/","reference":"env:TOKEN"}]})")
                                            << 0600;
    QTest::newRow("the group may write") << QByteArray() << 0660;
    QTest::newRow("everybody may write") << QByteArray() << 0602;
}

void ReferenceApprovalsTest::countsNothingInAFileThatCannotBeTrusted()
{
    QFETCH(QByteArray, content);
    QFETCH(int, mode);
    const ReferenceApprovals approvals(path());
    const ReferenceUse use = useOf(u"TOKEN"_s);
    QVERIFY(approvals.approve({use}));
    if (!content.isEmpty()) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(content), content.size());
    }
    QCOMPARE(::chmod(QFile::encodeName(path()).constData(), static_cast<mode_t>(mode)), 0);

    const auto unapproved = approvals.unapproved({use});
    QVERIFY(!unapproved);
    QCOMPARE(unapproved.error().kind, ErrorKind::Storage);
    QVERIFY2(unapproved.error().message.contains(path()), qPrintable(unapproved.error().message));
    QVERIFY(!approvals.approve({use})); // nothing is taken for mended
    QVERIFY(QFile::remove(path()));
    QCOMPARE(*approvals.unapproved({use}), Uses{use});
}

void ReferenceApprovalsTest::isNotWrittenUnderAnotherName_data()
{
    QTest::addColumn<bool>("isSymbolic");
    QTest::newRow("a symbolic link") << true;
    QTest::newRow("a hard link") << false;
}

void ReferenceApprovalsTest::isNotWrittenUnderAnotherName()
{
    QFETCH(const bool, isSymbolic);
    const ReferenceApprovals approvals(path());
    QVERIFY(approvals.approve({useOf(u"TOKEN"_s)}));
    const QString other = m_folder->filePath(u"other"_s);
    QVERIFY(QFile::rename(path(), other));
    const QByteArray target = QFile::encodeName(other);
    const QByteArray place = QFile::encodeName(path());
    QCOMPARE(isSymbolic ? ::symlink(target.constData(), place.constData())
                        : ::link(target.constData(), place.constData()),
             0);
    const auto content = [&other] {
        QFile file(other);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = content();
    QVERIFY(!before.isEmpty());

    const auto approved = approvals.approve({useOf(u"ANOTHER"_s)});

    QVERIFY(!approved);
    QCOMPARE(approved.error().kind, ErrorKind::Storage);
    QVERIFY2(approved.error().message.startsWith(path() + u' '), qPrintable(approved.error().message));
    QCOMPARE(content(), before);
    QCOMPARE(QFileInfo(path()).isSymLink(), isSymbolic);
}

void ReferenceApprovalsTest::saysWhereItCouldNotWrite()
{
    QFile inTheWay(m_folder->filePath(u"config"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto approved = ReferenceApprovals(path()).approve({useOf(u"A"_s)});
    QVERIFY(!approved);
    QCOMPARE(approved.error().kind, ErrorKind::Storage);
    QVERIFY2(approved.error().message.contains(path()), qPrintable(approved.error().message));
}

void ReferenceApprovalsTest::isPlainAboutHostileNames()
{
    ReferenceUse use = useOf(u"TOKEN"_s, "https://bücher.example:444");
    use.source = u"a\u202eb\nc %2"_s;
    const QString text = use.sentence();
    for (const QString &part : {u"a<U+202E>b<LF>c %2"_s, u"TOKEN"_s, use.origin.text()})
        QVERIFY2(text.contains(part), qPrintable(text));
    use.reference = {Kind::File, u"/home/ann/key"_s};
    QVERIFY(use.sentence().contains(u"/home/ann/key"_s));
    const Error error = ReferenceApprovals::notApproved({use, useOf(u"B"_s)});
    QCOMPARE(error.kind, ErrorKind::SecretNotApproved);
    QCOMPARE(error.message.count(u'\n'), 2);
    QVERIFY(error.message.contains(u"--trust"_s));
}

TRAILGLASS_TEST(ReferenceApprovalsTest)
#include "tst_referenceapprovals.moc"
