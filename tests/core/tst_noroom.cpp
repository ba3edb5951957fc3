// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/noroom.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <cerrno>

using namespace Trailglass;

class NoRoomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void someSystemErrorsMeanThatThereIsNoRoom_data();
    void someSystemErrorsMeanThatThereIsNoRoom();
};

void NoRoomTest::someSystemErrorsMeanThatThereIsNoRoom_data()
{
    QTest::addColumn<int>("systemError");
    QTest::addColumn<bool>("expected");
    QTest::newRow("full disk") << ENOSPC << true;
    QTest::newRow("exhausted quota") << EDQUOT << true;
    QTest::newRow("file size limit") << EFBIG << true;
    QTest::newRow("no error") << 0 << false;
    QTest::newRow("failing disk") << EIO << false;
    QTest::newRow("read-only file system") << EROFS << false;
    QTest::newRow("no memory") << ENOMEM << false;
}

void NoRoomTest::someSystemErrorsMeanThatThereIsNoRoom()
{
    QFETCH(const int, systemError);
    QFETCH(const bool, expected);
    QCOMPARE(meansNoRoom(systemError), expected);
}

TRAILGLASS_TEST(NoRoomTest)
#include "tst_noroom.moc"
