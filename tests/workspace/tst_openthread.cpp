// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/openthread.h"
#include "tests/runner/testclass.h"

#include <QSemaphore>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// Has no token but the one that it was given.
struct OpenForTest
{
    void endWith(const CancelToken &cancel) { token = cancel; }
    void interrupt() { }

    CancelToken token;
};

} // namespace

class OpenThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTakesNoTokenEndsWithItsWorkToo();
    void dropsWhatIsCancelledBeforeItBegins();
    void closesOnItsThread();
};

void OpenThreadTest::whatTakesNoTokenEndsWithItsWorkToo()
{
    QSemaphore begun;
    QSemaphore cancelled;
    QSemaphore done;
    bool wasCancelled = true;
    bool isCancelled = false;
    bool isNextCancelled = true;
    OpenThread<OpenForTest> thread(std::make_unique<OpenForTest>(), u"test"_s);
    thread.post([&](OpenForTest &open, const CancelToken &) {
        wasCancelled = open.token.isCancelled();
        begun.release();
        cancelled.acquire();
        isCancelled = open.token.isCancelled(); // also of what begins only now
    });
    begun.acquire();
    thread.cancel();
    thread.post([&](OpenForTest &open, const CancelToken &) {
        isNextCancelled = open.token.isCancelled();
        done.release();
    });
    cancelled.release();
    done.acquire();
    QVERIFY(!wasCancelled);
    QVERIFY(isCancelled);
    QVERIFY(!isNextCancelled);
}

void OpenThreadTest::dropsWhatIsCancelledBeforeItBegins()
{
    QSemaphore begun;
    QSemaphore goOn;
    QSemaphore done;
    bool isDropped = true;
    OpenThread<OpenForTest> thread(std::make_unique<OpenForTest>(), u"test"_s);
    thread.post([&](OpenForTest &, const CancelToken &) {
        begun.release();
        goOn.acquire();
    });
    begun.acquire();
    thread.post([&](OpenForTest &, const CancelToken &) { isDropped = false; });
    thread.cancel();
    thread.post([&](OpenForTest &, const CancelToken &) { done.release(); });
    goOn.release();
    done.acquire();
    QVERIFY(isDropped);
}

void OpenThreadTest::closesOnItsThread()
{
    /// Notes where it is closed.
    struct Closing
    {
        explicit Closing(QThread *&thread)
            : closedOn(thread)
        {
        }
        ~Closing() { closedOn = QThread::currentThread(); }
        Closing(const Closing &) = delete;
        Closing &operator=(const Closing &) = delete;
        void endWith(const CancelToken &) { }
        void interrupt() { }

        QThread *&closedOn;
    };
    QThread *closedOn = nullptr;
    {
        const OpenThread<Closing> thread(std::make_unique<Closing>(closedOn), u"test"_s);
    }
    QVERIFY(closedOn && closedOn != QThread::currentThread());
}

TRAILGLASS_TEST(OpenThreadTest)
#include "tst_openthread.moc"
