// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/programrun.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    Trailglass::prepareProcess();
    const QCoreApplication application(argc, argv);
    return Trailglass::runProgram(QCoreApplication::arguments().mid(1));
}
