// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/logoutput.h"

#include "models/core/ownfile.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Trailglass::LogOutput {
namespace {

// A message handler is a plain function, so what it needs is global.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<int> openDescriptor = STDERR_FILENO;
std::atomic<Form> errorForm = Form::Text;
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"critical"_s;
    case QtFatalMsg:
        break;
    }
    return u"fatal"_s;
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const int descriptor = openDescriptor;
    const Form form = descriptor == STDERR_FILENO ? errorForm.load() : Form::Text;
    const QByteArray text = line(form, QDateTime::currentDateTimeUtc(), type, context.category, message);
    qsizetype written = 0;
    while (written < text.size()) {
        const ssize_t count =
            ::write(descriptor, text.constData() + written, static_cast<std::size_t>(text.size() - written));
        if (count > 0)
            written += count;
        else if (count == 0 || errno != EINTR)
            return; // a full disk or a closed pipe must not stop the work that is logged
    }
}

} // namespace

void install()
{
    qInstallMessageHandler(handle);
}

void setForm(Form form)
{
    errorForm = form;
}

Result<void> writeToFile(const QString &fileName)
{
    const auto failure = [](const QString &path, int reason) {
        return Error{ErrorKind::Storage,
                     Trailglass::tr(
                         "The log file %1 cannot be opened: %2. Choose another file, or fix its permissions.")
                         .arg(visibleText(path), qt_error_string(reason))};
    };
    TRY(const int descriptor, OwnFile::open(fileName, failure));
    if (::fcntl(descriptor, F_SETFL, O_APPEND) != 0) {
        const int reason = errno;
        ::close(descriptor);
        return failure(fileName, reason);
    }
    openDescriptor = descriptor;
    return {};
}

QByteArray line(Form form, const QDateTime &time, QtMsgType type, const char *category,
                const QString &message)
{
    const QString moment = time.toUTC().toString(Qt::ISODateWithMs);
    const QString name = QString::fromLatin1(category ? category : "default");
    if (form == Form::Json) {
        const QJsonObject content{{u"time"_s, moment},
                                  {u"level"_s, levelName(type)},
                                  {u"category"_s, name},
                                  {u"message"_s, message}};
        return QJsonDocument(QJsonObject{{u"log"_s, content}}).toJson(QJsonDocument::Compact) + '\n';
    }
    const QString text =
        moment + u' ' + levelName(type) + u' ' + name + ": "_L1 + visibleText(message) + u'\n';
    return text.toUtf8();
}

} // namespace Trailglass::LogOutput
