// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/bundleimport.h"
#include "models/evidence/bundleverifier.h"
#include "tests/evidence/samplestore.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QLoggingCategory>
#include <QMutex>
#include <QTemporaryDir>
#include <QtTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// What is logged about evidence while it lives, on whatever thread.
class EvidenceLog
{
public:
    EvidenceLog()
    {
        QLoggingCategory::setFilterRules(u"trailglass.evidence=true"_s);
        lines.clear();
        before = qInstallMessageHandler(&EvidenceLog::take);
    }
    ~EvidenceLog()
    {
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
    }
    Q_DISABLE_COPY_MOVE(EvidenceLog)

    [[nodiscard]] static QString text()
    {
        const QMutexLocker locker(&mutex);
        return lines.join(u'\n');
    }

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        if (qstrcmp(context.category, "trailglass.evidence") != 0)
            return before(type, context, message);
        const QMutexLocker locker(&mutex);
        lines += message;
    }

    static inline QMutex mutex;
    static inline QStringList lines;
    static inline QtMessageHandler before = nullptr;
};

} // namespace

/// A bundle that is written, verified and opened is logged by its counts alone.
class BundleLoggingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void countsWhatWasWrittenVerifiedAndOpened()
    {
        const EvidenceLog log;
        SampleStore store(12);
        VERIFY_RESULT(store.write(path(u"b.zip"_s), store.rows()));
        const auto verdict = verifyBundle(path(u"b.zip"_s), {}, {});
        VERIFY_RESULT(verdict);
        VERIFY_RESULT(importBundle(path(u"b.zip"_s), *verdict, path(u"workspace"_s), {}));
        const QString text = EvidenceLog::text();
        for (const QString &part :
             {u"bundle written: events 12 leaves "_s, u"bundle verified: events 12 leaves "_s,
              u"bundle opened: events 12 left out 0 in "_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" is not in "_s + text));
        for (const QString &content :
             {u"jobs"_s, u"team"_s, u"ann"_s, u"192.0.2.1"_s, u"changed"_s, m_folder->path()})
            QVERIFY2(!text.contains(content), qPrintable(content + u" is in "_s + text));
    }

    void saysThatOneIsNotOpenedWithoutItsContent()
    {
        const EvidenceLog log;
        SampleStore store(3);
        VERIFY_RESULT(store.write(path(u"b.zip"_s), store.rows()));
        const BundleVerdict refused{
            .problems = {BundleProblem{.fault = BundleFault::Signature, .sentence = u"jobs"_s}}};
        QVERIFY(!importBundle(path(u"b.zip"_s), refused, path(u"workspace"_s), {}));
        QVERIFY(!verifyBundle(path(u"missing.zip"_s), {}, {}));
        const QString text = EvidenceLog::text();
        QVERIFY2(text.contains(u"bundle not opened: usage after "_s), qPrintable(text));
        QVERIFY2(text.contains(u"bundle not verified: not_found after "_s), qPrintable(text));
        QVERIFY2(!text.contains(u"jobs"_s) && !text.contains(m_folder->path()), qPrintable(text));
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

TRAILGLASS_TEST(BundleLoggingTest)
#include "tst_bundlelogging.moc"
