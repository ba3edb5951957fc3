// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/processprivacy.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Trailglass;

namespace {

enum Finding
{
    AsPromised,
    FilesAreShared,
    CoreFilesAreWritten,
    IsDumpable,
};

Finding inspect()
{
    keepProcessPrivate();
    rlimit limit{1, 1};
    if (::umask(077) != 077)
        return FilesAreShared;
    if (::getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_cur != 0 || limit.rlim_max != 0)
        return CoreFilesAreWritten;
    return ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 ? AsPromised : IsDumpable;
}

} // namespace

class ProcessPrivacyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// In a process of its own: there is no way back.
    void keepsFilesAndMemoryToTheUser()
    {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(inspect());
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(static_cast<Finding>(WEXITSTATUS(status)), AsPromised);
    }
};

TRAILGLASS_TEST(ProcessPrivacyTest)
#include "tst_processprivacy.moc"
