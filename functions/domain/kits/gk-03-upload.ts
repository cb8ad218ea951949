import { ask, end, type Kit } from './kit.ts';
import { choice, fileFormat, fileSize, orUnsure, UNSURE } from './slots.ts';

const accepted: readonly unknown[] = ['MP4', 'MOV', UNSURE];
const MAX_MEGABYTES = 3 * 1024;

/** GK-03: a video will not upload. MP4 or MOV, at most 3 GB, a usual resolution; then network, phone, web page. */
export const upload: Kit = {
  id: 'GK-03',
  intents: ['content.upload.failed'],
  starts:
    /失败|不了|不上|不出|不成功|不动|卡|一直|转圈|报错|错误|断|老是|没反应|99|avi|mkv|flv|wmv|\d ?(?:个)?g(?![a-z]*网)|fail|stuck|wo(?:n't|nt)|can'?t|cannot|error|keeps|doesn'?t|not (?:upload|post|work)|freez|refus/,
  article: () => 'video-upload-failed',
  relies: { zh: ['MP4、MOV', '3GB'], en: ['MP4 and MOV', '3 GB'] },
  opening: {
    zh: '视频要求先记两条：仅支持 MP4、MOV 格式，单个文件不超过 3GB。我帮您逐项排查。',
    en: 'Two rules first: only MP4 and MOV are supported, and a file may have 3 GB at most. Let us find what is wrong.',
  },
  reads: {
    format: orUnsure(fileFormat),
    size: orUnsure(fileSize),
    stuck: choice({
      network:
        /网(?:络)?(?:不好|差|慢|断|卡|异常|错误)|进度(?:条)?(?:不动|很慢|卡)|很慢|太慢|转圈|断(?:了|开)|network|slow|connection|no progress|spinning/,
      converting: /(?<!\d)99(?!\d)|转码|最后一?点|快好了|converting|transcod|processing/,
      resolution: /分辨率|清晰度|[248]k(?![a-z])|尺寸|比例|画面(?:太|过)大|resolution|aspect|dimension/,
      phone: /闪退|存储|内存|空间|权限|相册|读取|手机(?:太)?卡|crash|storage|memory|space|permission|album/,
      other: /^(?:别的|其[他它])|都不是|^other|none of/,
    }),
  },
  asks: {
    format: {
      zh: [
        '您的视频是什么格式？（MP4、MOV 还是别的）',
        '格式就是文件名最后几个字母，例如 .mp4、.mov、.avi；手机直接拍的一般是 MP4 或 MOV。看不到就回复「不清楚」。',
      ],
      en: [
        'Which format is your video: MP4, MOV or something else?',
        'The format is the last letters of the file name, such as .mp4, .mov or .avi; phones mostly record MP4 or MOV. If you cannot see it, reply "not sure".',
      ],
    },
    size: {
      zh: [
        '文件有多大？写个约数，例如「800MB」或「2GB」。',
        '在相册或文件管理里点「详情/信息」能看到大小。写「多少 MB 或 GB」即可，看不到就回复「不清楚」。',
      ],
      en: [
        'How large is the file, roughly, such as "800 MB" or "2 GB"?',
        'The details of the file in your album show it. Write it in MB or GB, or reply "not sure".',
      ],
    },
    stuck: {
      zh: [
        '接着看卡在哪一步？回复数字就行：\n1. 进度很慢或不动\n2. 卡在99%\n3. 提示分辨率或转码失败\n4. 闪退、提示空间或权限\n5. 其他',
        '请再传一次，看它停在哪里或出现什么字，回复 1 到 5 里最接近的一个。',
      ],
      en: [
        'Now, where does it stop? A number is enough:\n1. Slow or no progress\n2. Stuck at 99%\n3. Resolution or conversion error\n4. Crash, storage or permission\n5. Something else',
        'Please try once more, watch where it stops or what it says, and reply with the nearest number from 1 to 5.',
      ],
    },
  },
  ends: {
    format: {
      label: '转为MP4',
      zh: ({ format }) =>
        `找到原因了：${String(format)} 不在支持范围内，平台仅支持 MP4、MOV。请用剪辑软件把视频导出为 MP4，再重新上传。`,
      en: ({ format }) =>
        `Found it: ${String(format)} is not supported, only MP4 and MOV are. Please export the video as MP4 with an editing app and upload it again.`,
    },
    tooLarge: {
      label: '压缩或分段',
      zh: ({ size }) =>
        `找到原因了：文件约 ${gigabytes(size)} GB，超过了单个文件 3GB 的上限。请降低码率，或剪成几段分别上传。`,
      en: ({ size }) =>
        `Found it: the file has about ${gigabytes(size)} GB, more than the 3 GB allowed. Lower the bit rate, or cut it into parts.`,
    },
    network: {
      label: '换网络',
      zh: '那多半是网络：请换稳定的Wi-Fi，关闭代理和省流模式，上传时让App留在前台、不要锁屏，再试一次。',
      en: 'That is mostly the network: use stable Wi-Fi, switch off proxy and data saver, and keep the app in front with the screen on while it uploads.',
    },
    converting: {
      label: '等待转码',
      zh: '卡在99%多半是在转码，请再等几分钟；仍不动就先存草稿，再从草稿重新发布。',
      en: 'At 99% it is usually converting, so please wait a few minutes; if nothing moves, save a draft and publish from there.',
    },
    resolution: {
      label: '导出1080P',
      zh: '画面过高或比例特殊容易转码失败。建议导出 1080P：竖屏 1080×1920，横屏 1920×1080，再重新上传。',
      en: 'Very high or unusual frames often fail. Please export 1080p (1080×1920 upright, 1920×1080 wide) and upload again.',
    },
    phone: {
      label: '检查手机',
      zh: '请检查手机：剩余空间至少是视频的两倍；允许App访问相册；把App更新到最新版、重启手机后再传。',
      en: 'Please check the phone: free space of at least twice the file, access to the album allowed, the latest app, then restart and try again.',
    },
    web: {
      label: '网页上传',
      zh: '手机上一直不行的话，换一条路：用电脑打开网页创作平台上传同一个文件，通常就能发出去。',
      en: 'If the phone keeps failing, take another way: upload the same file on the web creator page on a computer.',
    },
    check: {
      zh: '常见原因都排除了，我请同事查上传日志。若方便，请把手机型号和提示截图发在这里。',
      en: 'The usual causes are ruled out; a colleague will look at the upload log. If you can, send the phone model and a screenshot here.',
      person: {
        zh: '格式、大小、网络、手机都查过，仍无法上传',
        en: 'upload still fails after format, size, network and phone were checked',
      },
    },
  },
  next: ({ slots: { format, size, stuck }, tried }) => {
    if (format !== undefined && !accepted.includes(format) && !tried('format')) return end('format');
    if (typeof size === 'number' && size > MAX_MEGABYTES && !tried('tooLarge')) return end('tooLarge');
    if (format === undefined) return ask('format');
    if (size === undefined) return ask('size');
    if (stuck === undefined) return ask('stuck');
    const advice = stuck === 'other' ? 'phone' : String(stuck);
    if (!tried(advice)) return end(advice);
    return tried('web') ? end('check') : end('web');
  },
};

function gigabytes(size: unknown): string {
  return typeof size === 'number' ? String(Math.round((size / 1024) * 10) / 10) : '';
}
