// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// Runs one test class of this program:
//   tst_<folder> NAME [arguments of QTest]

#include "tests/runner/testclass.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>

using namespace Trailglass::Testing;

namespace {

constexpr int BadUsage = 2;

const TestClass *testNamed(QByteArrayView name)
{
    const QList<const TestClass *> &classes = TestClass::all();
    const auto found =
        std::ranges::find_if(classes, [name](const TestClass *each) { return each->name() == name; });
    return found == classes.end() ? nullptr : *found;
}

int usage()
{
    QByteArrayList names;
    for (const TestClass *each : TestClass::all())
        names.append(each->name());
    std::ranges::sort(names);
    std::fprintf(stderr, "Name one of these tests: %s\n", names.join(' ').constData());
    return BadUsage;
}

template <class ApplicationClass>
int runWithin(const TestClass &test, int argc, char **argv)
{
    ApplicationClass application(argc, argv);
    // Standard paths hold the application's name: tests that run side by side have folders of their own.
    QCoreApplication::setApplicationName(QCoreApplication::applicationName() + u'_'
                                         + QString::fromLatin1(test.name()));
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    return test.run(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    const TestClass *test = argc < 2 ? nullptr : testNamed(argv[1]);
    if (!test)
        return usage();
    std::copy(argv + 2, argv + argc + 1,
              argv + 1); // the name is ours, the rest is for QTest; argv ends with a null pointer
    --argc;
    switch (test->application()) {
    case Application::None:
        return test->run(argc, argv);
    case Application::Core:
        return runWithin<QCoreApplication>(*test, argc, argv);
    case Application::Widgets:
        return runWithin<QApplication>(*test, argc, argv);
    }
    return BadUsage;
}
