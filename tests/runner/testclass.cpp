// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"

namespace Trailglass::Testing {

namespace {

QList<const TestClass *> &registered()
{
    static QList<const TestClass *>
        classes; // exists before the first test class, whatever the order of their files
    return classes;
}

} // namespace

TestClass::TestClass(const char *file, Application application, Run function)
    : m_file(file)
    , m_application(application)
    , m_run(function)
{
    registered().append(this);
}

QByteArray TestClass::name() const
{
    const QByteArray path(m_file);
    const QByteArray file = path.sliced(path.lastIndexOf('/') + 1);
    const qsizetype begin = QByteArrayLiteral("tst_").size();
    return file.sliced(begin, file.lastIndexOf('.') - begin);
}

const QList<const TestClass *> &TestClass::all()
{
    return registered();
}

} // namespace Trailglass::Testing
