using System.Globalization;

namespace Kanal.Web.Commands;

/// <summary>How far something has come, on a terminal; where errors go elsewhere, nothing.</summary>
sealed class ProgressBar : IProgress<double>, IDisposable
{
    const int Width = 40;

    readonly Lock _gate = new();
    int _shown = -1;

    public void Report(double value)
    {
        if (Console.IsErrorRedirected)
        {
            return;
        }

        lock (_gate)
        {
            var percent = (int)(100 * value);
            if (percent > _shown)
            {
                _shown = percent;
                var full = Width * percent / 100;
                Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', full)}{new string('.', Width - full)}] {percent} %"));
            }
        }
    }

    public void Dispose()
    {
        if (_shown >= 0)
        {
            Console.Error.Write($"\r{new string(' ', Width + 8)}\r");
        }
    }
}
