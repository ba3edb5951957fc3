// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/runner/printing.h"

#include <QTest>

namespace Trailglass::Testing {

/// The application object that a test class needs to exist while it runs.
enum class Application
{
    None, ///< pure functions only
    Core, ///< QCoreApplication: everything under models/
    Widgets, ///< QApplication
};

/// One test class of a test program, found by the name that CTest gives it.
///
/// Test classes of one folder share an executable, which saves most of the time spent linking. CTest still
/// runs each of them in a process of its own, so a crash or a global setting of one does not reach another.
class TestClass
{
public:
    using Run = int (*)(int argc, char **argv);

    /// Adds itself to all(); made by TRAILGLASS_TEST and its siblings before main().
    ///
    /// \param file         the test's source file, `tst_<name>.cpp` in any folder
    /// \param application  what runs the test class has to create before it
    /// \param function     creates the test object and gives the arguments to QTest::qExec()
    TestClass(const char *file, Application application, Run function);
    Q_DISABLE_COPY_MOVE(TestClass)

    [[nodiscard]] QByteArray name() const; ///< `<name>` of `tst_<name>.cpp`
    [[nodiscard]] Application application() const { return m_application; }
    [[nodiscard]] int run(int argc, char **argv) const { return m_run(argc, argv); }

    /// Every test class of this program, in no particular order.
    [[nodiscard]] static const QList<const TestClass *> &all();

private:
    const char *m_file;
    Application m_application;
    Run m_run;
};

/// Creates a test object and runs its slots; what a TestClass calls.
template <class Test>
int runTestObject(int argc, char **argv)
{
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace Trailglass::Testing

#define TRAILGLASS_TEST_CLASS(Class, kind)                                                                   \
    static const Trailglass::Testing::TestClass registeredTest(                                              \
        __FILE__, Trailglass::Testing::Application::kind, &Trailglass::Testing::runTestObject<Class>);

/// At the end of a test's source file, in place of QTEST_GUILESS_MAIN.
#define TRAILGLASS_TEST(Class) TRAILGLASS_TEST_CLASS(Class, Core)
/// In place of QTEST_MAIN.
#define TRAILGLASS_GUI_TEST(Class) TRAILGLASS_TEST_CLASS(Class, Widgets)
/// In place of QTEST_APPLESS_MAIN.
#define TRAILGLASS_PURE_TEST(Class) TRAILGLASS_TEST_CLASS(Class, None)
