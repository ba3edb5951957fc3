// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/options.h"

#include "models/core/text.h"
#include "models/core/translation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

Error usage(const QString &sentence)
{
    return {ErrorKind::Usage, sentence + u' ' + tr("\"trailglass --help\" lists the options.")};
}

const QStringList &knownOptions()
{
    static const QStringList all{u"--workspace"_s,  u"--filter"_s, u"--demo"_s,   u"--sync"_s,
                                 u"--screenshot"_s, u"--help"_s,   u"--version"_s};
    return all;
}

} // namespace

Result<Options> Options::parse(const QStringList &words)
{
    Options options;
    const QMap<QString, QString *> valued{{u"--workspace"_s, &options.workspace},
                                          {u"--filter"_s, &options.filter},
                                          {u"--screenshot"_s, &options.screenshot}};
    const QMap<QString, bool *> plain{{u"--demo"_s, &options.demo},
                                      {u"--sync"_s, &options.sync},
                                      {u"--help"_s, &options.help},
                                      {u"-h"_s, &options.help},
                                      {u"--version"_s, &options.version}};
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (bool *flag = plain.value(word)) {
            *flag = true;
        } else if (QString *value = valued.value(word)) {
            if (++i == words.size())
                return usage(Trailglass::tr("%1 takes a value.").arg(word));
            *value = words.at(i);
            options.hasFilter |= value == &options.filter;
            if (value->isEmpty() && value != &options.filter)
                return usage(Trailglass::tr("%1 takes a value that is not empty.").arg(word));
        } else {
            const QString near = nearestName(word, knownOptions());
            const QString unknown = Trailglass::tr("There is no option %1.").arg(visibleText(word));
            return usage(near.isEmpty()
                             ? unknown
                             : QString(unknown + u' ' + Trailglass::tr("Did you mean %1?").arg(near)));
        }
    }
    if (options.demo && !options.workspace.isEmpty())
        return usage(Trailglass::tr("--demo makes a temporary workspace of its own; leave --workspace out."));
    if (options.demo && options.sync)
        return usage(Trailglass::tr("There are no servers behind the demo data; leave --sync out."));
    return options;
}

QString helpText()
{
    return tr("usage: trailglass [options]\n"
              "\n"
              "Opens the audit logs of Asana, Secoda, Datafold, Paradime and Nected, kept locally.\n"
              "\n"
              "  --workspace DIR    a workspace elsewhere than in the standard place\n"
              "  --filter EXPR      begins with this filter, e.g. 'outcome:failure created:-7d'\n"
              "  --sync             fetches at once what is new\n"
              "  --demo             sample data in a temporary workspace\n"
              "  --screenshot FILE  renders the window off screen into a PNG file and leaves\n"
              "  --help, --version\n"
              "\n"
              "The same engine without a window: trailglass-cli --help\n");
}

} // namespace Trailglass
